"""Counts what was searched and not found: where and what, never who, nor words of their own."""
