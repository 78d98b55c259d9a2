"""Asks the same questions one client at a time, then several at once, and times the answers."""
