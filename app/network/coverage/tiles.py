"""Vector tiles of the communes of a territory, or départements of France, filled by their codes."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy import func
from sqlalchemy.orm import Session

from app.network.territories import communes_of
from models.basemap import MapShape
from models.reference import Commune, Department
from search.network.territory import Level, Territory

FIRST_ZOOM, LAST_ZOOM = 3, 12
# The base map draws communes from this zoom on; further away, a territory borrows these shapes.
DRAWN_FROM = 8
EXTENT = 4096


def exists(zoom: int, x: int, y: int) -> bool:
    """Whether the grid has this tile at a zoom we serve."""
    return FIRST_ZOOM <= zoom <= LAST_ZOOM and x < 2**zoom and y < 2**zoom


def cut(session: Session, territory: Territory, zoom: int, x: int, y: int) -> bytes:
    """The Mapbox vector tile, of one layer « communes »; empty when none of them is there."""
    box = func.ST_TileEnvelope(zoom, x, y)
    if territory.level is Level.FRANCE:
        layer, detail, among = "departement", zoom, sa.select(Department.code)
    else:
        layer, detail = "commune", max(zoom, DRAWN_FROM)
        among = sa.select(Commune.insee_code).where(*communes_of(territory))
    shapes = (
        sa.select(
            MapShape.code,
            MapShape.name,
            func.ST_AsMVTGeom(MapShape.shape, box, EXTENT, 16, True).label("geom"),
        )
        .where(MapShape.layer == layer, MapShape.shape.bool_op("&&")(box))
        .where(MapShape.min_zoom <= detail, MapShape.max_zoom >= detail)
        .where(MapShape.code.in_(among))
        .cte("drawn")
    )
    row: Any = sa.literal_column("drawn")
    tile = func.ST_AsMVT(row, "communes", EXTENT, "geom")
    return bytes(session.scalar(sa.select(tile).select_from(shapes)) or b"")
