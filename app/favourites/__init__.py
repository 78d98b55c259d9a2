"""Offers that a unit wants at hand, and what it notes about them for itself."""
