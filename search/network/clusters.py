"""The layer of a tile seen from afar: one feature per square, with how its offers stand."""

from typing import Any

import sqlalchemy as sa

from models.codes.network import Sign
from models.network import NetworkCell, OfferState
from search.network.filters import NetworkFilter, conditions
from search.network.grid import ACROSS_BITS, LAST_COUNTED, WORLD_M, Tile

# The mean of so few places would tell where each is.
FEW = 5
SIGNS = {
    "free": (Sign.FREE, Sign.LAST),
    "full": (Sign.FULL, Sign.OVER),
    "unknown": (Sign.UNKNOWN, Sign.STALE),
    "suspended": (Sign.SUSPENDED,),
}


def clusters(
    tile: Tile, asked: NetworkFilter, *, with_offers: bool, with_over: bool
) -> sa.Select[Any]:
    """A row per square: id, n, free, full, unknown, suspended, its family if one, x and y.

    Where they are is the mean of the offers' places; for who is not told of offers one by one,
    the middle of the square when they are few, and for everybody from near.
    """
    counted = _kept(tile, asked) if asked.is_by_family_alone else _found(tile, asked, with_over)
    one = counted.subquery("counted")
    named = [one.c[name] for name in ("n", *SIGNS, "family")]
    key = sa.cast(one.c.y, sa.BigInteger) * _across(tile) + one.c.x
    east, up = _placed(tile, one.c, is_hidden=not with_offers)
    return sa.select(key.label("id"), *named, east.label("east"), up.label("up"))


def _placed(tile: Tile, one: Any, *, is_hidden: bool) -> tuple[Any, Any]:
    """East and up, in metres of the map."""
    side = WORLD_M / _across(tile)
    middle = ((one.x + 0.5) * side - WORLD_M / 2, WORLD_M / 2 - (one.y + 0.5) * side)
    if tile.zoom > LAST_COUNTED:
        return middle
    mean = (one.sum_x / one.n, one.sum_y / one.n)
    if not is_hidden:
        return mean
    east, up = (sa.case((one.n < FEW, a), else_=b) for a, b in zip(middle, mean, strict=True))
    return east, up


def _across(tile: Tile) -> int:
    """How many squares go round the earth."""
    return 1 << (tile.counted_zoom + ACROSS_BITS)


def _kept(tile: Tile, asked: NetworkFilter) -> sa.Select[Any]:
    """From the squares kept for this zoom."""
    cell = NetworkCell
    inside = [
        cell.zoom == tile.counted_zoom,
        cell.x.between(*tile.columns),
        cell.y.between(*tile.rows),
    ]
    if asked.families:
        inside.append(cell.family.in_(sorted(asked.families)))
    sums = [_whole(sa.func.sum(cell.offers)).label("n")]
    sums += [_whole(sa.func.sum(getattr(cell, name))).label(name) for name in SIGNS]
    return _grouped(cell.x, cell.y, cell.family, sums, cell.sum_x, cell.sum_y).where(*inside)


def _found(tile: Tile, asked: NetworkFilter, with_over: bool) -> sa.Select[Any]:
    """From the copies of the offers that pass the other filters."""
    state, shift = OfferState, LAST_COUNTED - tile.counted_zoom
    square_x, square_y = (axis.op(">>")(shift) for axis in (state.cell_x, state.cell_y))
    sign = sa.type_coerce(state.sign, sa.Text)
    sums = [_whole(sa.func.count()).label("n")]
    sums += [_whole(_among(sign, signs)).label(name) for name, signs in SIGNS.items()]
    east, up = sa.func.ST_X(state.spot), sa.func.ST_Y(state.spot)
    return _grouped(square_x, square_y, state.family, sums, east, up).where(
        state.spot.bool_op("&&")(_squares(tile)),
        square_x.between(*tile.columns),
        square_y.between(*tile.rows),
        *conditions(asked.anywhere(), with_over=with_over),
    )


def _grouped(x: Any, y: Any, family: Any, sums: list[Any], east: Any, up: Any) -> sa.Select[Any]:
    kind = sa.type_coerce(family, sa.Text)
    only = sa.case((sa.func.min(kind) == sa.func.max(kind), sa.func.min(kind)))
    places = (sa.func.sum(east).label("sum_x"), sa.func.sum(up).label("sum_y"))
    columns = (x.label("x"), y.label("y"), *sums, only.label("family"), *places)
    return sa.select(*columns).group_by(x, y)


def _among(sign: Any, signs: tuple[Sign, ...]) -> Any:
    return sa.func.count().filter(sign.in_([one.value for one in signs]))


def _squares(tile: Tile) -> Any:
    """The rectangle of the tile's squares on the map."""
    side, half = WORLD_M / _across(tile), WORLD_M / 2
    (west, east), (north, south) = tile.columns, tile.rows
    return sa.func.ST_MakeEnvelope(
        west * side - half,
        half - (south + 1) * side,
        (east + 1) * side - half,
        half - north * side,
        3857,
    )


def _whole(number: Any) -> Any:
    return sa.cast(number, sa.Integer)
