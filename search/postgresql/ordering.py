"""The order of a list: kind of match, whole kilometres, free places, freshness, metres, id."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from models.base import now
from search.postgresql.free import Places
from search.postgresql.keys import KM, Key
from search.postgresql.rows import Rows
from search.postgresql.scope import Scope

# A rank is followed by kilometres, which are never so many.
FARTHEST = 100_000
# Of so many that match alike, the freshest are looked at first for free places.
BLOCK = 500


class Listed(NamedTuple):
    """The offers of a page in order, the key of the next one if there is one."""

    rows: Rows
    ranks: list[int]
    next_key: Key | None


def page(scope: Scope, rows: Rows, after: Key | None, places: Places) -> Listed:
    """The best offers not shown yet."""
    groups = _groups(scope, rows)
    rows, groups = _left(rows, groups, after)
    size = scope.request.size
    best = _best(rows, groups, size)
    order = _order(rows[best], groups[best], places)
    chosen = best[order][:size]
    shown, their = rows[chosen], groups[chosen]
    following = _following(shown, their, after) if len(rows) > len(shown) > 0 else None
    return Listed(shown, (their // FARTHEST).tolist(), following)


def _groups(scope: Scope, rows: Rows) -> npt.NDArray[np.int64]:
    """Twice the kind of match, less one for the kinds that the words name; then kilometres."""
    rank = 2 * rows["tier"].astype(np.int64) + ~np.isin(rows["kind"], list(scope.meant))
    return rank * FARTHEST + (rows["away"] // KM).astype(np.int64)


def _left(
    rows: Rows, groups: npt.NDArray[np.int64], after: Key | None
) -> tuple[Rows, npt.NDArray[np.int64]]:
    """What comes after the last page."""
    if after is None:
        return rows, groups
    reached = after.rank * FARTHEST + after.km
    is_shown = np.isin(rows["id"], list(after.shown)) & (groups == reached)
    left = (groups >= reached) & ~is_shown
    return rows[left], groups[left]


def _best(rows: Rows, groups: npt.NDArray[np.int64], size: int) -> npt.NDArray[np.intp]:
    """The places of the first groups that fill a page; of the last, a block if it is large."""
    if len(rows) <= size:
        return np.arange(len(rows))
    last = np.partition(groups, size)[size]
    before, within = np.flatnonzero(groups < last), np.flatnonzero(groups == last)
    block = max(BLOCK, size + 1)
    if len(within) > block:
        within = within[np.argpartition(_freshest(rows[within]), block)[:block]]
    return np.concatenate((before, within))


def _freshest(rows: Rows) -> npt.NDArray[np.int64]:
    """Freshness, then metres within the kilometre, then id, as one number."""
    metres = (rows["away"] % KM).astype(np.int64)
    return (_staleness(rows).astype(np.int64) << 60) | (metres << 48) | rows["id"].astype(np.int64)


def _order(rows: Rows, groups: npt.NDArray[np.int64], places: Places) -> npt.NDArray[np.intp]:
    free = np.array(places.levels(rows["id"].tolist()), np.int8)
    return np.lexsort((rows["id"], rows["away"], _staleness(rows), free, groups))


def _staleness(rows: Rows) -> npt.NDArray[np.int8]:
    """0 fresh, 1 to be confirmed soon, 2 too old or never confirmed (domain §5)."""
    at = now().timestamp()
    is_fresh, is_stale = rows["fresh_until"] >= at, ~(rows["stale_at"] > at)
    return np.where(is_fresh, 0, np.where(is_stale, 2, 1)).astype(np.int8)


def _following(shown: Rows, groups: npt.NDArray[np.int64], after: Key | None) -> Key:
    last = int(groups[-1])
    rank, km = divmod(last, FARTHEST)
    ids = frozenset(shown["id"][groups == last].tolist())
    if after is not None and (after.rank, after.km) == (rank, km):
        ids |= after.shown
    return Key(rank, km, ids)
