"""Vector tiles of the base map, cut by PostGIS."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy import func
from sqlalchemy.orm import Session

from models.basemap import MapShape

LAST_ZOOM = 12
EXTENT = 4096
MARGIN = 64
WORLD_M = 40_075_016.68


def exists(zoom: int, x: int, y: int) -> bool:
    """Whether the grid has this tile at a zoom we serve."""
    return zoom <= LAST_ZOOM and x < 2**zoom and y < 2**zoom


def cut(session: Session, zoom: int, x: int, y: int) -> bytes:
    """The Mapbox vector tile; empty when nothing of France is there."""
    shapes = drawn(zoom, x, y).cte("drawn")
    row: Any = sa.literal_column("drawn")
    layer = func.ST_AsMVT(row, shapes.c.layer, EXTENT, "geom").label("layer")
    layers = sa.select(layer).select_from(shapes).group_by(shapes.c.layer).subquery()
    tile = session.scalar(sa.select(func.string_agg(layers.c.layer, sa.literal(b""))))
    return bytes(tile or b"")


def drawn(zoom: int, x: int, y: int) -> sa.Select[Any]:
    """The shapes of this zoom that touch the tile or its margin, in the tile's own coordinates."""
    box = func.ST_TileEnvelope(zoom, x, y)
    around = func.ST_Expand(box, WORLD_M / 2**zoom * MARGIN / EXTENT)
    return sa.select(
        MapShape.layer,
        MapShape.code,
        MapShape.name,
        MapShape.rank,
        func.ST_AsMVTGeom(MapShape.shape, box, EXTENT, MARGIN, True).label("geom"),
    ).where(
        MapShape.shape.bool_op("&&")(around),
        MapShape.min_zoom <= zoom,
        MapShape.max_zoom >= zoom,
    )
