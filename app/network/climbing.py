"""Adds figures up from communes to France, telling small counts where they can be told."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from app.network.hiding import Told, together, wide
from models.codes.offer import Family
from search.network.territory import Level

# From the widest inwards; a place of a level is a path of as many codes as it lies deep.
LEVELS = tuple(Level)
# What a row ends with: four counts of places, then the counts of `Told`.
TOLD_FIELDS = len(Told._fields)
COUNTS = 4 + TOLD_FIELDS


class Figures(NamedTuple):
    """Counts of one territory on one day, and what may be told of its placements."""

    offers: int = 0
    places: int = 0
    free: int = 0
    unknown: int = 0
    told: Told = Told()


class Key(NamedTuple):
    """A day, a family, and a place as the path that leads to it from France."""

    day: dt.date
    family: Family
    path: tuple[str, ...]


Nodes = dict[Key, Figures]


def climbed(rows: Iterable[Any], lowest: Level, top: Level) -> dict[Level, Nodes]:
    """The figures of every level from the rows' own up to the territory that holds them all.

    Rows of communes or groupings are as counted; those of départements are told already.
    A level above that territory would be told from a part of its communes: it is never made.
    """
    nodes = dict(map(_read, rows))
    if lowest is Level.EPCI:
        nodes = {key: _widened(figures) for key, figures in nodes.items()}
    found = {lowest: nodes}
    for level in reversed(LEVELS[LEVELS.index(top) : LEVELS.index(lowest)]):
        wider = grouped(nodes, lambda key: Key(key.day, key.family, key.path[:-1]))
        nodes = {key: _widened(figures) for key, figures in wider.items()}
        found[level] = nodes
    return found


def grouped(nodes: Nodes, to: Callable[[Key], Any]) -> dict[Any, Figures]:
    """Figures added up under another key."""
    parts: dict[Any, list[Figures]] = defaultdict(list)
    for key, figures in nodes.items():
        parts[to(key)].append(figures)
    return {key: _added(several) for key, several in parts.items()}


def _read(row: Any) -> tuple[Key, Figures]:
    day, family, *rest = row
    told = Told(*rest[-TOLD_FIELDS:])
    path, places = tuple(rest[:-COUNTS]), rest[-COUNTS:-TOLD_FIELDS]
    return Key(day, family, path), Figures(*places)._replace(told=told)


def _added(several: list[Figures]) -> Figures:
    if len(several) == 1:
        return several[0]
    offers, places, free, unknown, told = zip(*several, strict=True)
    return Figures(sum(offers), sum(places), sum(free), sum(unknown), together(told))


def _widened(figures: Figures) -> Figures:
    return figures._replace(told=wide(figures.told))
