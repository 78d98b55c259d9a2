"""Keeps where each record of a source is in the directory, and what the source said of it."""

from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.imports.anchors import Key
from app.imports.making import Made
from models.import_memory import ImportLink
from models.imports import ImportRow, ImportRun


def link(session: Session, run: ImportRun, done: Sequence[tuple[ImportRow, Made]]) -> None:
    """Write the links of a batch again, with what each line adds to them."""
    known = _known(session, run, [row for row, _ in done])
    for row, made in done:
        assert row.source
        assert row.external_id
        key = row.source, row.external_id
        old = known.get(key, {"said": {}, "offers": {}})
        known[key] = {
            "organization_id": made.organization_id,
            "site_id": made.site_id,
            "said": together(old["said"], row.said),
            "offers": old["offers"] | made.offers,
        }
    values = [
        {"source": source, "origin": run.origin, "external_id": name, **told}
        for (source, name), told in known.items()
    ]
    if values:
        session.execute(_written(), values)


def together(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    """What a source said in all: a line about offers alone does not unsay who it is."""
    told = {**old, **new}
    for group in ("sites", "offers"):
        told[group] = {**old.get(group, {}), **new.get(group, {})}
    return told


def _known(
    session: Session, run: ImportRun, rows: Sequence[ImportRow]
) -> dict[Key, dict[str, Any]]:
    one = ImportLink
    links = sa.select(one.source, one.external_id, one.said, one.offers).where(
        one.origin == run.origin,
        one.source.in_({row.source for row in rows}),
        one.external_id.in_({row.external_id for row in rows}),
    )
    mine = {(row.source, row.external_id) for row in rows}
    return {
        (source, name): {"said": said, "offers": offers}
        for source, name, said, offers in session.execute(links)
        if (source, name) in mine
    }


def _written() -> Any:
    """A new link, or the same one said anew."""
    statement = insert(ImportLink)
    names = ("organization_id", "site_id", "said", "offers")
    return statement.on_conflict_do_update(
        index_elements=["source", "origin", "external_id"],
        set_={name: statement.excluded[name] for name in names},
    )
