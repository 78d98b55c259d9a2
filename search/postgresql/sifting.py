"""Narrows offers by every axis at once, and counts what each value would give beside the others."""

from collections import Counter
from dataclasses import dataclass, field
from functools import cache

import numpy as np
import numpy.typing as npt

from models.base import Code
from models.codes.families import types_of
from models.codes.offer import Family
from search.columns import kind_number
from search.engine import COUNTS_CAP, YES, Axis, SearchRequest
from search.postgresql import axes
from search.postgresql.axes import Group
from search.postgresql.free import Places
from search.postgresql.rows import Kept, Rows

Counts = dict[tuple[Family, str], int]


@dataclass(frozen=True)
class Sifted:
    """The offers that meet all that was asked, and the counts beside them."""

    rows: Rows
    type_counts: Counts = field(default_factory=dict)
    facets: dict[tuple[Axis, str], int] = field(default_factory=dict)

    @property
    def family_counts(self) -> dict[Family, int]:
        """The counts of types by family."""
        families: Counter[Family] = Counter()
        for (family, _), number in self.type_counts.items():
            families[family] += number
        return dict(families)


def sift(request: SearchRequest, rows: Rows, places: Places) -> Sifted:
    """What is left of the offers a scope reaches."""
    kinds = axes.kinds(request, rows)
    groups = list(axes.groups(request, rows))
    missed = _missed(len(rows), [kinds, *groups])
    groups.append(_free(request, rows, missed, places))
    if groups[-1].kept is not None:
        missed = missed + ~groups[-1].kept
    if not request.with_counts:
        return Sifted(rows[missed == 0])
    return Sifted(
        rows[missed == 0],
        _by_kind(rows["kind"][_others(missed, kinds)]),
        {
            value: int(np.count_nonzero(would & others))
            for group in groups
            for others in [_others(missed, group)]
            for value, would in group.values
        },
    )


def _missed(length: int, groups: list[Group]) -> npt.NDArray[np.int8]:
    """How many of the groups set each offer aside."""
    missed = np.zeros(length, np.int8)
    for group in groups:
        if group.kept is not None:
            missed += ~group.kept
    return missed


def _others(missed: npt.NDArray[np.int8], group: Group) -> Kept:
    """The offers that every other group keeps."""
    kept: Kept = (missed if group.kept is None else missed - ~group.kept) == 0
    return kept


def _free(
    request: SearchRequest, rows: Rows, missed: npt.NDArray[np.int8], places: Places
) -> Group:
    """Places are counted where the answer depends on it: a facet one may do without stops early."""
    is_asked = request.free_in is not None
    concerned = missed <= (1 if is_asked and request.with_counts else 0)
    if not is_asked and (not request.with_counts or np.count_nonzero(concerned) > COUNTS_CAP):
        return Group(None)
    has_place = np.isin(rows["id"], places.free(rows["id"][concerned].tolist()))
    return Group(has_place if is_asked else None, (((Axis.FREE, YES), has_place),))


def _by_kind(kinds: npt.NDArray[np.int32]) -> Counts:
    numbers, counts = np.unique(kinds, return_counts=True)
    known = _kinds()
    return {
        known[number]: int(count)
        for number, count in zip(numbers.tolist(), counts.tolist(), strict=True)
        if number in known
    }


@cache
def _kinds() -> dict[int, tuple[Family, Code]]:
    return {
        kind_number(family, code): (family, code) for family in Family for code in types_of(family)
    }
