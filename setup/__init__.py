"""The set-up: everything between a clean clone and a running Maillage, with Python's standard library alone."""
