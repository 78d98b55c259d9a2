"""Where France is: the boxes a point must fall in to be believed."""

from typing import NamedTuple


class Box(NamedTuple):
    """Bounds in degrees, longitude first."""

    west: float
    south: float
    east: float
    north: float

    def holds(self, lon: float, lat: float) -> bool:
        """Whether the point is inside; a NaN is inside nothing."""
        return self.west <= lon <= self.east and self.south <= lat <= self.north


BOXES = {
    "Métropole": Box(-5.3, 41.2, 9.7, 51.2),
    "Guadeloupe": Box(-61.9, 15.7, -60.9, 16.6),
    "Martinique": Box(-61.3, 14.3, -60.7, 15.0),
    "Guyane": Box(-54.7, 2.0, -51.5, 6.0),
    "La Réunion": Box(55.1, -21.5, 56.0, -20.8),
    "Mayotte": Box(44.9, -13.1, 45.4, -12.5),
}


def in_france(lon: float, lat: float) -> bool:
    """Whether a point, longitude first, falls in metropolitan France or an overseas département."""
    return any(box.holds(lon, lat) for box in BOXES.values())


def looks_swapped(lon: float, lat: float) -> bool:
    """Whether a point outside France would be inside it with its two numbers exchanged."""
    return not in_france(lon, lat) and in_france(lat, lon)
