"""The layer of a tile seen from near: one feature per offer, those of one spot side by side."""

from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB

from models.codes.families import types_of
from models.codes.offer import Family
from models.network import OfferState
from search.network.filters import NetworkFilter, conditions, sign
from search.network.grid import EXTENT, Tile

# How far apart the offers of one spot are drawn, in units of the tile: about a mark's width.
APART = 104
# Turning by this angle each time, no two marks of a spot fall on one line.
GOLDEN_ANGLE = 2.399963229728653


def points(tile: Tile, asked: NetworkFilter, *, with_over: bool) -> sa.Select[Any]:
    """A row per offer: id, title, family, type, sign, free, n at its spot, x and y on the map."""
    state = OfferState
    at_spot = sa.func.row_number().over(partition_by=state.spot, order_by=state.offer_id) - 1
    together = sa.func.count().over(partition_by=state.spot)
    apart = sa.func.sqrt(at_spot) * (tile.size / EXTENT * APART)
    turn = at_spot * GOLDEN_ANGLE
    return sa.select(
        state.offer_id.label("id"),
        state.title,
        sa.type_coerce(state.family, sa.Text).label("family"),
        _type_label().label("type"),
        sign(with_over=with_over).label("sign"),
        state.free,
        sa.cast(together, sa.Integer).label("n"),
        (sa.func.ST_X(state.spot) + apart * sa.func.cos(turn)).label("east"),
        (sa.func.ST_Y(state.spot) + apart * sa.func.sin(turn)).label("up"),
    ).where(*_here(tile), *conditions(asked.anywhere(), with_over=with_over))


def are_more_than(most: int, tile: Tile, asked: NetworkFilter, *, with_over: bool) -> Any:
    """Whether more offers than that are in the tile."""
    narrowed = conditions(asked.anywhere(), with_over=with_over)
    some = sa.select(OfferState.offer_id).where(*_here(tile), *narrowed).limit(most + 1)
    return sa.select(sa.func.count() > most).select_from(some.subquery())


def _here(tile: Tile) -> list[Any]:
    """In this tile and in no other: what lies on an edge belongs to the next one."""
    box = sa.func.ST_MakeEnvelope(tile.west, tile.south, tile.east, tile.north, 3857)
    x, y = sa.func.ST_X(OfferState.spot), sa.func.ST_Y(OfferState.spot)
    across, down = [x >= tile.west, x < tile.east], [y > tile.south, y <= tile.north]
    return [OfferState.spot.bool_op("&&")(box), *across, *down]


def _type_label() -> Any:
    known = sa.cast(sa.bindparam("labels", _labels(), type_=JSONB), JSONB)
    family = sa.type_coerce(OfferState.family, sa.Text)
    label = sa.func.jsonb_extract_path_text(known, family, OfferState.type_code)
    return sa.func.coalesce(label, OfferState.type_code)


@cache
def _labels() -> dict[str, dict[str, str]]:
    """Family, then type, then its label."""
    return {
        family.value: {code.value: code.label for code in types_of(family)} for family in Family
    }
