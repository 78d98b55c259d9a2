"""Draws what is fictional about a host, always the same for the same name."""

import math
import unicodedata
from random import Random

from models.reference import Commune, TownHall
from seeds.demo.reading import read

KM_PER_DEGREE = 111.195
# The ranges that ARCEP keeps for fiction.
LANDLINE = "+33465710000"
MOBILE = "+33639980000"


class Drawn:
    """The dice of one host."""

    def __init__(self, name: str) -> None:
        self.dice = Random(name)
        self.words = read("names")

    def person(self) -> str:
        """A first and a last name."""
        return f"{self.dice.choice(self.words['first'])} {self.dice.choice(self.words['last'])}"

    def street(self) -> str:
        """A number and a street."""
        return f"{self.dice.randint(1, 98)} {self.dice.choice(self.words['streets'])}"

    def desk(self) -> str:
        """A service of a town hall."""
        return str(self.dice.choice(self.words["desks"]))

    def stop(self) -> str:
        """A stop of public transport."""
        return str(self.dice.choice(self.words["stops"]))

    def landline(self) -> str:
        """A telephone number that rings nowhere."""
        return f"+{int(LANDLINE) + self.dice.randint(0, 9999)}"

    def mobile(self) -> str:
        """A mobile number that rings nowhere."""
        return f"+{int(MOBILE) + self.dice.randint(0, 9999)}"

    def near(self, lon: float, lat: float, km: float) -> tuple[float, float]:
        """A point at this distance, somewhere around."""
        angle = self.dice.uniform(0, math.tau)
        north, east = km * math.cos(angle), km * math.sin(angle)
        width = KM_PER_DEGREE * math.cos(math.radians(lat))
        return round(lon + east / width, 6), round(lat + north / KM_PER_DEGREE, 6)


def slug(name: str) -> str:
    """The name as an address on the web would write it."""
    plain = unicodedata.normalize("NFKD", name.casefold().replace("œ", "oe"))
    letters = (c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return "-".join("".join(letters).split())


def town_hall_of(commune: Commune) -> TownHall:
    """The town hall of a commune that has one."""
    assert commune.town_hall is not None
    return commune.town_hall
