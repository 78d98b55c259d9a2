"""A rejected line corrected on its page: its cells are read and compared again."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.imports import communes
from app.imports.likely import choices
from app.imports.lines import Item, together
from app.imports.previewing import preview
from app.imports.queries import recount
from exchange.again import ALONE, read_line
from exchange.kinds import Kind
from exchange.rows import Row
from models.codes.imports import Outcome, RunState, Step
from models.imports import ImportRow, ImportRun

# What a place that is not found is called, and the columns that may say it.
PLACES = {"commune": ("city", "ville", "commune_code"), "code_postal": ("postal_code",)}


@dataclass(frozen=True, slots=True)
class Cell:
    """A value of the line that is read, and what is wrong with it."""

    heading: str
    value: str
    reasons: tuple[str, ...] = ()


def can_correct(run: ImportRun, row: ImportRow) -> bool:
    """While there is time, a line that stands by itself and did not go in."""
    is_time = run.state in (RunState.PREVIEWED, RunState.APPLIED)
    is_left = row.outcome is Outcome.REJECT and row.step in (Step.WAITING, Step.LEFT)
    return bool(is_time and is_left and row.raw and run.kind and Kind(run.kind) in ALONE)


def cells_of(run: ImportRun, row: ImportRow) -> list[Cell]:
    """Those that are read, in the order of the file, each with what is wrong with it."""
    wrong = _wrong(run, row)
    return [Cell(name, row.raw.get(name, ""), tuple(wrong[name])) for name in _read(run)]


def besides(run: ImportRun, row: ImportRow) -> list[str]:
    """What is wrong with the line and with no cell of it."""
    read = _read(run)
    return [
        reason for name, told in _wrong(run, row).items() if name not in read for reason in told
    ]


def towns_of(row: ImportRow) -> dict[str, str]:
    """The communes it may mean, by code, when its own words do not tell which."""
    return {code: name for one in row.faults for name, code in choices(one["nearest"])}


def correct(
    session: Session, run: ImportRun, row: ImportRow, cells: dict[str, str], town: str
) -> ImportRow:
    """The line as it is found to be with these values; `town` is the code of a commune chosen.

    As it was, when they say nothing that we take.
    """
    n, line, part = row.n, row.line, row.part
    cells = row.raw | cells
    items = [
        _told(session, run, item, town)
        for item in together(read_line(Kind(str(run.kind)), (line, part), cells, _mapping(run)))
    ]
    if not items:
        return row
    session.delete(row)
    session.flush()
    session.expunge(row)
    preview(session, run, communes.load(session), items, n)
    recount(session, run)
    return session.get_one(ImportRow, (run.id, n))


def _mapping(run: ImportRun) -> dict[str, str]:
    return {one["heading"]: one["field"] for one in run.columns if one["field"]}


def _read(run: ImportRun) -> Sequence[str]:
    """The columns understood, of a free spreadsheet; all of them, of a published list."""
    understood = _mapping(run)
    return [name for name in run.headings if name in understood or not run.columns]


def _wrong(run: ImportRun, row: ImportRow) -> defaultdict[str, list[str]]:
    """What is wrong, with the nearest valid value, by the heading that holds it."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for one in row.faults:
        nearest = f" Valeur la plus proche : {one['nearest']}." if one["nearest"] else ""
        found[_heading(run, one["field"])].append(f"{one['reason']}{nearest}")
    return found


def _heading(run: ImportRun, name: str) -> str:
    """Its own, or that of the column of a place."""
    read = _read(run)
    held = {field: heading for heading, field in _mapping(run).items()} | {one: one for one in read}
    return next((held[one] for one in (name, *PLACES.get(name, ())) if one in held), name)


def _told(session: Session, run: ImportRun, item: Item, town: str) -> Item:
    """In the commune chosen; a partner that another line brings is not brought twice."""
    if not isinstance(item, Row):
        return item
    partner = item.partner
    if town and partner.site:
        partner = replace(partner, site=replace(partner.site, commune_code=town))
    if partner.offers and _is_brought(session, run, item):
        partner = replace(partner, organization=None, site=None)
    return replace(item, partner=partner)


def _is_brought(session: Session, run: ImportRun, item: Row) -> bool:
    brought = sa.exists().where(
        ImportRow.run_id == run.id,
        ImportRow.external_id == item.external_id,
        ImportRow.said.has_key("organization"),
        ImportRow.outcome != Outcome.REJECT,
    )
    return bool(session.scalar(sa.select(brought)))
