"""Finds offers and places, whichever engine answers."""
