"""Reads of casework: the day, the people, one file, the reference."""
