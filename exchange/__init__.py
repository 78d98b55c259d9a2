"""Formats others speak, read into neutral rows and written from them: no web, no database."""
