"""Takes a batch of lines back: values are put back, records removed, unless used since."""

from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.imports.holding import locked, plain
from app.imports.removing import Removal, removals, remove, touched
from app.imports.stamping import unstamp
from app.imports.writing import put
from models.codes.imports import Step
from models.import_memory import ImportLink
from models.imports import ImportRow, ImportRun
from models.offer import AudienceRule, Offer
from models.organization import Organization, Site
from search.indexing.tables import table

MODELS: Mapping[str, type[Any]] = {
    table(model).name: model for model in (Organization, Site, Offer, AudienceRule)
}
CHANGED_SINCE = "Une valeur modifiée depuis est gardée."
USED_SINCE = "Une fiche modifiée ou utilisée depuis est gardée."


def undo_lines(session: Session, run: ImportRun, rows: Sequence[ImportRow]) -> None:
    """Put back what these lines changed, remove what they made; what stays says why."""
    changed = [(row, one) for row in rows for one in reversed(row.done.get("changed", []))]
    held = _held(session, [one for _, one in changed])
    for row in rows:
        row.step, row.note = Step.UNDONE, None
    for row, one in changed:
        if not _put_back(held.get((one["table"], one["id"])), one):
            keep(row, CHANGED_SINCE)
    for row in rows:
        unstamp(row, held)
    _say_before(session, run, rows)
    session.flush()
    _remove(session, rows)


def keep(row: ImportRow, why: str) -> None:
    """Something of the line stays."""
    row.step = Step.KEPT
    row.note = f"{row.note} {why}" if row.note and why not in row.note else why


def _held(session: Session, changes: Sequence[Mapping[str, Any]]) -> dict[tuple[str, int], Any]:
    held: dict[tuple[str, int], Any] = {}
    for name, model in MODELS.items():
        ids = {one["id"] for one in changes if one["table"] == name}
        held |= {(name, key): record for key, record in locked(session, model, ids).items()}
    return held


def _put_back(record: Any, one: Mapping[str, Any]) -> bool:
    """The value before, unless somebody changed it since."""
    if record is None or plain(record, one["name"]) != one["new"]:
        return False
    put(record, one["name"], one["old"])
    return True


def _say_before(session: Session, run: ImportRun, rows: Sequence[ImportRow]) -> None:
    """What the source had said before this run, for the next comparison."""
    for row in rows:
        if row.done.get("organization") is None:
            mine = (ImportLink.source == row.source, ImportLink.external_id == row.external_id)
            before = sa.update(ImportLink).where(ImportLink.origin == run.origin, *mine)
            session.execute(before.values(said=row.done["before"]))


def _remove(session: Session, rows: Sequence[ImportRow]) -> None:
    """All at once when nothing refers to them, else one line after the other."""
    free: list[tuple[ImportRow, Removal]] = []
    made = [(row, removals(row)) for row in rows]
    used = touched(session, [one for _, one in made])
    for row, one in made:
        if one.any_of(used):
            keep(row, USED_SINCE)
        elif one.is_some:
            free.append((row, one))
    if _removed(session, [one for _, one in free]):
        return
    for row, _ in filter(lambda pair: not _removed(session, [pair[1]]), free):
        keep(row, USED_SINCE)


def _removed(session: Session, some: Sequence[Removal]) -> bool:
    """Whether nothing referred to them: what does keeps them all."""
    try:
        with session.begin_nested():
            remove(session, some)
    except IntegrityError:
        return False
    return True
