"""Vector tiles of the network, cut by PostGIS: counts from afar, offers from near."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from models.network import NetworkVersion
from search.network.clusters import clusters
from search.network.filters import NetworkFilter
from search.network.grid import EXTENT, LAST_COUNTED, Tile
from search.network.points import are_more_than, points

# Below this zoom only counts by family are kept: other filters do not change the map.
FILTERED_FROM = 8
# More offers than that in one tile are counted, not named: nobody could tell them apart.
MOST_NAMED = 2_000
MARGIN = 64


def version(session: Session) -> int:
    """A number that changes with the copies: tiles cut before are no longer true."""
    return session.scalar(sa.select(NetworkVersion.version)) or 0


def cut(
    session: Session, tile: Tile, asked: NetworkFilter, *, with_offers: bool, with_over: bool
) -> bytes:
    """The Mapbox vector tile: layer `clusters` or `offers`; empty when nothing is there."""
    if tile.zoom < FILTERED_FROM:
        asked = asked.by_family_alone()
    if with_offers and _names_offers(session, tile, asked, with_over):
        return _drawn(session, tile, "offers", points(tile, asked, with_over=with_over))
    counts = clusters(tile, asked, with_offers=with_offers, with_over=with_over)
    return _drawn(session, tile, "clusters", counts)


def _names_offers(session: Session, tile: Tile, asked: NetworkFilter, with_over: bool) -> bool:
    if tile.zoom <= LAST_COUNTED:
        return False
    return not session.scalar(are_more_than(MOST_NAMED, tile, asked, with_over=with_over))


def _drawn(session: Session, tile: Tile, layer: str, rows: sa.Select[Any]) -> bytes:
    """Each row as a point that is in this tile, with its id both as a property and as its key."""
    found = rows.subquery("found")
    told = [column for column in found.c if column.name not in ("east", "up")]
    geom = _placed(tile, found.c.east, found.c.up)
    drawn = sa.select(*told, found.c.id.label("key"), geom.label("geom")).subquery("drawn")
    row: Any = sa.literal_column("drawn.*")
    mvt = sa.func.ST_AsMVT(row, layer, EXTENT, "geom", "key")
    return bytes(session.scalar(sa.select(mvt).select_from(drawn)) or b"")


def _placed(tile: Tile, east: Any, up: Any) -> Any:
    """A point of the map in the tile's own units; a mark past the edge would not be drawn."""
    unit = tile.size / EXTENT
    inside_x = sa.func.least(sa.func.greatest(east, tile.west), tile.east - unit)
    inside_y = sa.func.greatest(sa.func.least(up, tile.north), tile.south + unit)
    place = sa.func.ST_SetSRID(sa.func.ST_MakePoint(inside_x, inside_y), 3857)
    box = sa.func.ST_TileEnvelope(tile.zoom, tile.x, tile.y)
    return sa.func.ST_AsMVTGeom(place, box, EXTENT, MARGIN, True)
