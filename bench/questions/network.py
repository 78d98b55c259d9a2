"""Tiles of the map of the network, and its page."""

import math
from urllib.parse import urlencode

from bench.country.dice import Dice
from bench.measuring import pages
from bench.questions.asker import Asker, Town
from models.codes.access import Role


def tiles(asker: Asker, zoom: int) -> list[pages.Asked]:
    """The tiles over the places looked at, with one family and then all."""
    towns = [town for town, _ in asker.pairs(Dice("tiles"))]
    reader = asker.of(Role.COORDINATOR)
    return [
        pages.Asked(f"/reseau/tuiles/{zoom}/{x}/{y}.mvt?{query}", reader)
        for x, y in dict.fromkeys(_tile(town, zoom) for town in towns)
        for query in ("famille=TIG", "famille=LOGEMENT", "")
    ]


def network(asker: Asker) -> list[pages.Asked]:
    """The network of some départements and of France."""
    codes = [
        code
        for (code,) in asker.rows("SELECT code FROM reference.department ORDER BY code LIMIT 30")
    ]
    reader = asker.of(Role.COORDINATOR)
    asked = [{"territoire": f"departement-{code}", "famille": "TIG"} for code in codes]
    asked += [{"territoire": f"departement-{code}"} for code in codes] + [{"territoire": "france"}]
    return [pages.Asked(f"/reseau?{urlencode(fields)}", reader) for fields in asked]


def _tile(town: Town, zoom: int) -> tuple[int, int]:
    """The tile of Web Mercator that a town is in."""
    turn = math.asinh(math.tan(math.radians(town.lat)))
    x, y = (town.lon + 180) / 360, (1 - turn / math.pi) / 2
    return int(x * 2**zoom), int(y * 2**zoom)
