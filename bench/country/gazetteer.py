"""The communes of the reference data, drawn as often as people live there."""

from collections import defaultdict
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

import sqlalchemy as sa

from bench.country.dice import Dice

READ = sa.text(
    """
    SELECT insee_code, commune.name, department_code, greatest(population, 20),
        ST_X(point::geometry), ST_Y(point::geometry),
        (SELECT min(postal_code) FROM reference.commune_postal_code AS link
         WHERE link.insee_code = commune.insee_code)
    FROM reference.commune
    WHERE point IS NOT NULL
    AND insee_code NOT IN (
        SELECT parent_code FROM reference.commune WHERE parent_code IS NOT NULL
    )
    ORDER BY insee_code
    """
)


class Town(NamedTuple):
    """A commune, or an arrondissement of the three that have some."""

    insee: str
    name: str
    department: str
    population: int
    lon: float
    lat: float
    postal_code: str | None

    @property
    def width_m(self) -> float:
        """How far from its town hall things usually are."""
        return float(200 + min(self.population, 250_000) ** 0.5 * 6)


class Gazetteer:
    """Every town, and those of each département."""

    def __init__(self, connection: sa.Connection) -> None:
        self.towns = [Town(*row) for row in connection.execute(READ)]
        self.weights = list(accumulate(town.population for town in self.towns))

    @cached_property
    def departments(self) -> dict[str, tuple[list[Town], list[int]]]:
        """The towns of each département, with their weights."""
        found: defaultdict[str, list[Town]] = defaultdict(list)
        for town in self.towns:
            found[town.department].append(town)
        weighed = {
            code: (towns, list(accumulate(town.population for town in towns)))
            for code, towns in found.items()
        }
        return dict(sorted(weighed.items()))

    def town(self, dice: Dice) -> Town:
        """Somewhere in France."""
        return dice.choices(self.towns, cum_weights=self.weights)[0]

    def town_of(self, dice: Dice, department: str) -> Town:
        """Somewhere in a département."""
        towns, weights = self.departments[department]
        return dice.choices(towns, cum_weights=weights)[0]
