"""Possible duplicates, shown to whoever keeps the directory there; merges, which can be split."""
