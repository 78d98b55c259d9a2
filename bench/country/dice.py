"""Seeded dice: the same seed draws the same country."""

import datetime as dt
import math
import uuid
from collections.abc import Iterable, Mapping, Sequence
from random import Random
from typing import TypeVar

from models.base import now, today

T = TypeVar("T")
SEED = "Maillage"
NOW, TODAY = now(), today()
METRES_PER_DEGREE = 111_195


class Dice(Random):
    """The dice of one part of the country; another part does not change what they draw."""

    def __init__(self, part: str) -> None:
        super().__init__(f"{SEED} {part}")

    def happens(self, share: float) -> bool:
        """Whether what happens that often happens now."""
        return self.random() < share

    def either(self, choices: Mapping[T, float]) -> T:
        """One of the choices, as often as their weights say."""
        return self.choices(list(choices), list(choices.values()))[0]

    def some(self, choices: Sequence[str], most: int) -> str:
        """From none to so many of the codes, as PostgreSQL writes an array."""
        return braces(self.sample(list(choices), self.randint(0, min(most, len(choices)))))

    def key(self) -> uuid.UUID:
        """An opaque key."""
        return uuid.UUID(int=self.getrandbits(128), version=4)

    def ago(self, least: float, most: float) -> dt.datetime:
        """A moment between so many days ago and so many more."""
        return NOW - dt.timedelta(days=self.uniform(least, most))

    def day(self, least: int, most: int) -> dt.date:
        """A day between so many days from today and so many more."""
        return TODAY + dt.timedelta(days=self.randint(least, most))

    def around(self, lon: float, lat: float, metres: float) -> tuple[float, float]:
        """A point in the neighbourhood, nearer more often than farther."""
        north = self.gauss(0, metres) / METRES_PER_DEGREE
        east = self.gauss(0, metres) / METRES_PER_DEGREE / math.cos(math.radians(lat))
        return round(lon + east, 6), round(lat + north, 6)

    def phone(self) -> str:
        """A number of those kept for fiction."""
        return f"+3346571{self.randint(0, 9999):04d}"


def braces(codes: Iterable[object]) -> str:
    """An array of codes as PostgreSQL writes it."""
    return f"{{{','.join(map(str, codes))}}}"


def point(lon: float, lat: float) -> str:
    """A point on earth as PostGIS writes it; longitude first."""
    return f"SRID=4326;POINT({lon} {lat})"


def midnight(day: dt.date) -> dt.datetime:
    """The first moment of a day."""
    return dt.datetime.combine(day, dt.time(), dt.UTC)
