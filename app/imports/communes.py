"""Every commune in memory, so that a hundred thousand lines are placed without asking for each."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import sqlalchemy as sa
from rapidfuzz import fuzz, process
from sqlalchemy.orm import Session

from models.reference import Commune, CommunePostalCode, FormerCommune
from search.geocoder.names import fold

# Out of 100.
CLOSE = 82
MOST_NAMED = 4


class Town(NamedTuple):
    """A commune or arrondissement; its point in degrees, when it has one."""

    code: str
    name: str
    key: str
    department_code: str
    parent_code: str | None
    lon: float | None
    lat: float | None


@dataclass
class Communes:
    """Communes by code, by postal code and by name; former ones answer those of today."""

    by_code: dict[str, Town] = field(default_factory=dict)
    by_postal: defaultdict[str, list[Town]] = field(default_factory=lambda: defaultdict(list))
    by_name: defaultdict[str, list[Town]] = field(default_factory=lambda: defaultdict(list))
    by_department: defaultdict[str, list[Town]] = field(default_factory=lambda: defaultdict(list))
    former: dict[str, str] = field(default_factory=dict)

    def coded(self, code: str) -> Town | None:
        """The commune of today that an INSEE code stands for."""
        return self.by_code.get(self.former.get(code, code))

    def named(self, city: str, among: list[Town] | None = None) -> list[Town]:
        """Those of this very name; among these ones only, if they are given."""
        key = city_key(city)
        # « SAINT ETIENNE CEDEX 2 » has no arrondissement.
        found = self.by_name.get(key) or self.by_name.get(key.rstrip(" 0123456789"), [])
        if among is None:
            return found
        codes = {town.code for town in among}
        return [town for town in found if town.code in codes]

    def postal(self, code: str) -> list[Town]:
        """Those that this postal code delivers to."""
        return self.by_postal.get(code, [])

    def of_department(self, code: str) -> list[Town]:
        """Every commune of a département, for a name that resembles one of them."""
        return self.by_department.get(code, [])


def city_key(city: str) -> str:
    """The key of a city as addresses write it: « LYON CEDEX 03 » is « lyon 3 »."""
    words = fold(city).split()
    return " ".join(word.lstrip("0") if word.isdigit() else word for word in words).strip()


def resembling(city: str, among: list[Town]) -> list[Town]:
    """Those whose name is close to this one, the closest first."""
    keys = [town.key for town in among]
    found = process.extract(
        city_key(city), keys, scorer=fuzz.WRatio, score_cutoff=CLOSE, limit=MOST_NAMED
    )
    return [among[at] for _, _, at in found]


def load(session: Session) -> Communes:
    """Read all of them, in three queries."""
    known = Communes()
    for row in session.execute(_towns()):
        town = Town(*row)
        known.by_code[town.code] = town
        known.by_name[town.key].append(town)
        known.by_department[town.department_code].append(town)
    for code, insee_code in session.execute(_deliveries()):
        known.by_postal[code].append(known.by_code[insee_code])
    for former_code, key, code in session.execute(_former()):
        if former_code not in known.by_code:
            known.former[former_code] = code
        town = known.by_code[code]
        if town not in known.by_name[key]:
            known.by_name[key].append(town)
    return known


def _towns() -> sa.Select[Any]:
    point = sa.func.geometry(Commune.point)
    return sa.select(
        Commune.insee_code,
        Commune.name,
        Commune.name_key,
        Commune.department_code,
        Commune.parent_code,
        sa.func.ST_X(point),
        sa.func.ST_Y(point),
    ).order_by(Commune.insee_code)


def _deliveries() -> sa.Select[str, str]:
    area = CommunePostalCode
    return sa.select(area.postal_code, area.insee_code).order_by(area.postal_code, area.insee_code)


def _former() -> sa.Select[str, str, str]:
    old = FormerCommune
    return sa.select(old.former_code, old.name_key, old.commune_code).order_by(old.former_code)
