"""The geocoder: French communes, postal codes and départements, found offline."""

from search.geocoder.lookup import find, search
from search.geocoder.place import Place, PlaceKind

__all__ = ["Place", "PlaceKind", "find", "search"]
