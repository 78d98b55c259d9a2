"""Bringing partners in: files are read, compared with the directory, applied, perhaps undone."""
