"""Suggestions of places while one types."""
