"""Records as cards, read in two queries however many they are.

Of a confidential site, only what everybody sees: its commune.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any, NamedTuple

import sqlalchemy as sa
from geoalchemy2 import Geometry
from sqlalchemy.orm import Session

from models.codes.duplicates import Level
from models.codes.organization import PointPrecision
from models.organization import Organization, Site
from models.reference import Commune
from search.duplicates.cards import Card, Place

EXACT = frozenset({PointPrecision.HOUSENUMBER, PointPrecision.STREET})
POINT = sa.cast(Site.public_point, Geometry)
PLACES = sa.select(
    *(Site.id, Site.organization_id, Site.name, Site.insee_code, Site.department_code),
    *(Site.address, Site.phone, Site.email, Site.precision, Site.is_confidential),
    Commune.name.label("commune"),
    sa.func.ST_X(POINT).label("lon"),
    sa.func.ST_Y(POINT).label("lat"),
).join(Commune, Commune.insee_code == Site.insee_code)
NAMES = sa.select(
    *(Organization.id, Organization.legal_name, Organization.acronym, Organization.siret),
    *(Organization.finess, Organization.rna, Organization.phone, Organization.email),
    *(Organization.source, Organization.source_id),
)
# How many ids a query carries.
BATCH = 5_000
Read = dict[int, tuple[Card, frozenset[str]]]


def cards(session: Session, level: Level, ids: Collection[int]) -> Read:
    """The card and the départements of each record that still exists."""
    wanted = sorted(ids)
    found: Read = {}
    read = _organizations if level is Level.ORGANIZATION else _sites
    for start in range(0, len(wanted), BATCH):
        found |= read(session, wanted[start : start + BATCH])
    return found


class Located(NamedTuple):
    """A site, and its organization as it would be known by that site alone."""

    id: int
    organization_id: int
    name: str
    place: str
    card: Card


def located(session: Session, ids: Collection[int]) -> dict[int, Located]:
    """These sites, each with the card of its organization there."""
    wanted = sorted(ids)
    places = session.execute(PLACES.where(Site.id.in_(wanted))).all() if wanted else []
    owners = NAMES.where(Organization.id.in_({place.organization_id for place in places}))
    names = {row.id: row for row in session.execute(owners)} if places else {}
    return {
        place.id: Located(
            place.id,
            place.organization_id,
            place.name,
            f"{place.commune} ({place.department_code})",
            _organization(names[place.organization_id], [place])[0],
        )
        for place in places
    }


def _sites(session: Session, ids: list[int]) -> Read:
    rows = session.execute(PLACES.where(Site.id.in_(ids)))
    return {row.id: (_site(row), frozenset({row.department_code})) for row in rows}


def _organizations(session: Session, ids: list[int]) -> Read:
    sites: dict[int, list[Any]] = defaultdict(list)
    for row in session.execute(PLACES.where(Site.organization_id.in_(ids)).order_by(Site.id)):
        sites[row.organization_id].append(row)
    rows = session.execute(NAMES.where(Organization.id.in_(ids)))
    return {row.id: _organization(row, sites[row.id]) for row in rows}


def _organization(row: Any, sites: list[Any]) -> tuple[Card, frozenset[str]]:
    card = Card(
        name=row.legal_name,
        **{name: getattr(row, name) for name in ("acronym", "siret", "finess", "rna")},
        phones=_said([row, *sites], "phone"),
        emails=_said([row, *sites], "email"),
        places=tuple(_place(site) for site in sites),
        source=row.source,
        source_id=row.source_id,
    )
    return card, frozenset(site.department_code for site in sites)


def _site(row: Any) -> Card:
    return Card(
        name=row.name,
        phones=_said([row], "phone"),
        emails=_said([row], "email"),
        places=(_place(row),),
    )


def _place(row: Any) -> Place:
    if row.is_confidential or row.precision not in EXACT:
        address = None if row.is_confidential else row.address
        return Place(row.insee_code, row.commune, address)
    return Place(row.insee_code, row.commune, row.address, row.lon, row.lat)


def _said(rows: Iterable[Any], name: str) -> frozenset[str]:
    return frozenset(value.lower() for row in rows if (value := getattr(row, name)))
