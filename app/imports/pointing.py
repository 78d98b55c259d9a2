"""The communes of sites of which a line gives nothing but a point."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Session

from exchange.rows import Site
from models.reference import Commune
from search.geocoder.france import in_france


def communes_at(session: Session, sites: Mapping[int, Site]) -> dict[int, str]:
    """By rank, the code of the commune or arrondissement that a point in France falls in."""
    bare = {rank: site for rank, site in sites.items() if _is_bare(site)}
    if not bare:
        return {}
    asked = {
        "ranks": list(bare),
        "lons": [site.lon for site in bare.values()],
        "lats": [site.lat for site in bare.values()],
    }
    found: dict[int, str] = {}
    for rank, code in session.execute(_around(), asked):
        found.setdefault(rank, code)
    return found


def _is_bare(site: Site) -> bool:
    if site.commune_code or site.postal_code or site.city:
        return False
    return site.lon is not None and site.lat is not None and in_france(site.lon, site.lat)


def _around() -> sa.Select[int, str]:
    """Those that hold the point, the smallest first: an arrondissement lies within its city."""
    kinds: dict[str, Any] = {"ranks": sa.Integer, "lons": sa.Double, "lats": sa.Double}
    given = sa.func.unnest(
        *(sa.bindparam(name, type_=ARRAY(kind)) for name, kind in kinds.items())
    ).table_valued(sa.column("rank", sa.Integer), sa.column("lon"), sa.column("lat"), name="given")
    given = given.render_derived()
    point = sa.func.ST_SetSRID(sa.func.ST_MakePoint(given.c.lon, given.c.lat), 4326)
    holds = sa.func.ST_Covers(Commune.outline, point)
    return (
        sa.select(given.c.rank, Commune.insee_code)
        .join(Commune, holds)
        .order_by(given.c.rank, Commune.parent_code.nulls_last(), Commune.insee_code)
    )
