"""A country drawn from seeded dice: its network, its people, a year of what happened to them."""

# Raise it when the same seed draws another country.
VERSION = 3
