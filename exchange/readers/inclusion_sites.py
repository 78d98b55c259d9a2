"""Where a structure or a service of data·inclusion is; the package checks neither range nor key."""

from typing import Any

from exchange.line import Line
from exchange.rows import Site
from exchange.values import hours, places, reach
from exchange.values.text import shortened


def place(line: Line, told: dict[str, Any], name: str) -> Site:
    """Its address and point, either of which may be missing."""
    lon = line.take("longitude", places.longitude)
    lat = line.take("latitude", places.latitude)
    is_whole = lon is not None and lat is not None
    return Site(
        name=name.rstrip("."),
        address=_line(told.get("adresse")),
        complement=_line(told.get("complement_adresse")),
        commune_code=line.take("code_insee", places.insee_code),
        postal_code=line.take("code_postal", places.postal_code),
        city=line.take("commune", places.city),
        lon=lon if is_whole else None,
        lat=lat if is_whole else None,
        hours=line.take("horaires_accueil", hours.checked),
        phone=line.take("telephone", reach.phone),
        email=line.take("courriel", reach.email),
    )


def _line(told: str | None) -> str | None:
    return shortened(told, 250) if told else None
