"""From a clean clone to a running Maillage, with Python's standard library alone."""
