"""A site as the centre of a search: the point that everybody sees, under a name that hides none."""

from typing import NamedTuple

import sqlalchemy as sa
from geoalchemy2 import Geometry
from sqlalchemy.orm import Session

from models.codes.duplicates import Level
from models.codes.offer import Publication
from models.offer import Offer
from models.organization import Site
from models.reference import Commune
from search.duplicates.heirs import heir
from search.engine import Place


class Centre(NamedTuple):
    """A site one looks around."""

    place: Place
    insee_code: str


def centre(session: Session, site_id: int) -> Centre | None:
    """A site, or the one that absorbed it: a search that was saved goes on around it."""
    found = _centre(session, site_id)
    if found is not None:
        return found
    into = heir(session, Level.SITE, site_id)
    return None if into is None else _centre(session, into)


def _centre(session: Session, site_id: int) -> Centre | None:
    """A site that has something published; a confidential one is its commune alone."""
    point = sa.cast(sa.func.coalesce(Site.public_point, Commune.point), Geometry)
    name = sa.case((Site.is_confidential, Commune.name), else_=Site.name)
    is_shown = sa.exists().where(
        Offer.site_id == Site.id, Offer.publication == Publication.PUBLISHED
    )
    columns = (sa.func.ST_X(point).label("lon"), sa.func.ST_Y(point).label("lat"))
    found = sa.select(name.label("name"), Commune.name.label("commune"), Site.insee_code, *columns)
    found = found.join_from(Site, Commune, Commune.insee_code == Site.insee_code)
    row = session.execute(found.where(Site.id == site_id, is_shown)).one_or_none()
    if row is None or row.lon is None:
        return None
    label = row.name if row.name == row.commune else f"{row.name}, {row.commune}"
    return Centre(Place(row.lon, row.lat, label), row.insee_code)
