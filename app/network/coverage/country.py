"""Coverage of the whole country by département: read at once and measured in memory.

An index walked outwards from each of 35,000 communes would take ten seconds.
"""

from typing import Any

import numpy as np
import sqlalchemy as sa
from geoalchemy2 import Geometry
from numpy.typing import NDArray
from sqlalchemy.dialects.postgresql import aggregate_order_by
from sqlalchemy.orm import Session

from app.network.coverage import served
from app.network.coverage.cover import Cover, Share
from app.network.coverage.kinds import Kind
from app.network.coverage.nearest import on_earth
from app.network.coverage.reach import Reach
from models.codes.commune import CommuneKind
from models.reference import Commune

Shares = dict[Cover, Share]
Which = NDArray[np.bool_]


def by_department(session: Session, kind: Kind, reach: Reach) -> dict[str, Shares]:
    """How many communes and people of each département are covered one way or another."""
    codes, departments, people, lons, lats = session.execute(_communes()).one()
    if not codes:
        return {}
    # What has no point is put at the centre of the earth, near nothing.
    points = np.nan_to_num(on_earth(lons, lats))
    found = session.execute(served.offers(kind)).all()
    serving = served.Served(session, codes, {zone for row in found for zone in row.zones})
    km = serving.metres(points, [r for r in found if not r.is_remote], reach.possible_km * 1000)
    covers = _covers(km / 1000, serving.from_afar(r for r in found if r.is_remote), reach)
    return _counted(np.array(departments), np.array(people), covers)


def _covers(km: NDArray[np.float64], is_afar: Which, reach: Reach) -> dict[Cover, Which]:
    """The communes of each kind of cover, by the rule of `cover.cover`."""
    is_near = km <= reach.sure_km
    is_remote = ~is_near & is_afar
    is_unsure = ~is_near & ~is_afar & (km <= reach.possible_km)
    is_none = ~(is_near | is_remote | is_unsure)
    which = (is_none, is_unsure, is_remote, is_near)
    return dict(zip(Cover, which, strict=True))


def _counted(
    departments: NDArray[Any], people: NDArray[np.int64], covers: dict[Cover, Which]
) -> dict[str, Shares]:
    codes, ranks = np.unique(departments, return_inverse=True)
    counts = {
        cover: (
            np.bincount(ranks, weights=which, minlength=len(codes)),
            np.bincount(ranks, weights=people * which, minlength=len(codes)),
        )
        for cover, which in covers.items()
    }
    return {
        str(code): {
            cover: Share(int(communes[rank]), int(lives[rank]))
            for cover, (communes, lives) in counts.items()
        }
        for rank, code in enumerate(codes)
    }


def _communes() -> sa.Select[Any]:
    """One row of as many values as there are communes, column by column."""
    at = sa.cast(Commune.point, Geometry)
    people = sa.func.coalesce(Commune.population, 0)
    columns: list[Any] = [Commune.insee_code, Commune.department_code, people]
    columns += [sa.func.ST_X(at), sa.func.ST_Y(at)]
    lists: list[Any] = [
        sa.func.array_agg(aggregate_order_by(column, Commune.insee_code)) for column in columns
    ]
    query: sa.Select[Any] = sa.select(*lists)
    return query.where(Commune.kind == CommuneKind.COMMUNE)
