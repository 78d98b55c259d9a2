"""Each axis of a search as columns of true and false: what it keeps, and what each value would."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from models.base import now
from models.codes.families import types_of
from models.codes.languages import Language
from models.codes.offer import AdmissionChannel, Band, Cost, Family, Gender, Weekday
from models.codes.people import AcceptedMeasure
from search.columns import Column, Flag, kind_number, mask
from search.engine import YES, Axis, SearchRequest
from search.postgresql.filters import lives_as
from search.postgresql.rows import Kept, Rows

Value = tuple[Axis, str]


@dataclass(frozen=True)
class Group:
    """Values that narrow together: `kept` is None when nothing of them was asked for."""

    kept: Kept | None
    values: tuple[tuple[Value, Kept], ...] = ()


class Columns:
    """The bits of some offers, ready to be asked about."""

    def __init__(self, rows: Rows) -> None:
        self.facts = rows["facts"]
        self.tongues = rows["tongues"]
        self.fresh_until = rows["fresh_until"]

    def has(self, column: Column, codes: list[str]) -> Kept:
        """Which have one of these codes."""
        word = self.tongues if column is Column.LANGUAGES else self.facts
        kept: Kept = (word & mask(column, codes)) != 0
        return kept


def kinds(request: SearchRequest, rows: Rows) -> Group:
    """The families and types asked for."""
    if not request.families and not request.type_codes:
        return Group(None)
    numbers = [
        kind_number(family, code)
        for family in request.families or Family
        for code in types_of(family)
        if not request.type_codes or code in request.type_codes
    ]
    return Group(np.isin(rows["kind"], numbers))


def groups(request: SearchRequest, rows: Rows) -> Iterator[Group]:
    """Every axis but the kinds and the free places, each with its values."""
    columns = Columns(rows)
    yield _household(request, columns)
    yield from _single(request, columns)
    yield from _several(request, columns)


def _household(request: SearchRequest, columns: Columns) -> Group:
    """One token says gender, couple and children together: a change of one keeps the others."""
    audience = request.audience
    changes: dict[Value, dict[str, object]] = {
        (Axis.GENDER, "MEN"): {"gender": Gender.MEN},
        (Axis.GENDER, "WOMEN"): {"gender": Gender.WOMEN},
        (Axis.COUPLE, YES): {"is_couple": True},
        (Axis.CHILDREN, YES): {"with_children": True},
    }
    values = (
        (value, columns.has(Column.AUDIENCES, [lives_as(audience, **changed)]))
        for value, changed in changes.items()
    )
    token = lives_as(audience)
    return Group(columns.has(Column.AUDIENCES, [token]) if token else None, tuple(values))


def _single(request: SearchRequest, columns: Columns) -> Iterator[Group]:
    """What is asked for or not."""
    audience = request.audience
    for axis, is_asked in (
        (Axis.MINOR, audience.is_minor),
        (Axis.ANIMAL, audience.with_animal),
        (Axis.PMR, audience.needs_pmr),
        (Axis.TAG, audience.wears_tag),
    ):
        yield _yes(axis, columns.has(Column.AUDIENCES, [axis.value]), is_asked)
    for axis, flag, is_asked in (
        (Axis.NO_DRIVING, Flag.DRIVING, not request.with_driving),
        (Axis.NO_SIAO, Flag.SIAO_ONLY, not request.with_siao),
    ):
        yield _yes(axis, ~columns.has(Column.FLAGS, [flag]), is_asked)
    yield _yes(Axis.FRESH, columns.fresh_until >= now().timestamp(), request.is_fresh)


def _yes(axis: Axis, holds: Kept, is_asked: bool) -> Group:
    return Group(holds if is_asked else None, (((axis, YES), holds),))


def _several(request: SearchRequest, columns: Columns) -> Iterator[Group]:
    """Lists of codes, of which any one will do."""
    for axis, column, known, asked in (
        (Axis.MEASURE, Column.MEASURES, AcceptedMeasure, request.measures),
        (Axis.DAY, Column.DAYS, Weekday, request.days),
        (Axis.BAND, Column.BANDS, Band, request.bands),
        (Axis.ADMISSION, Column.ADMISSION, AdmissionChannel, request.admissions),
        (Axis.LANGUAGE, Column.LANGUAGES, Language, request.languages),
        (Axis.COST, Column.COST, Cost, request.costs),
    ):
        values = (((axis, code.value), columns.has(column, [code])) for code in known)
        yield Group(columns.has(column, sorted(asked)) if asked else None, tuple(values))
