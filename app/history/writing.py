"""Writes a line for each record that a flush changes: what it said, what it says, who did it."""

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.acting import acting_id
from app.history.followed import (
    PERSONAL,
    TOLD_WHEN_NEW,
    VERIFIED,
    WHOSE,
    Where,
    is_followed,
    kind_of,
)
from app.history.values import is_text, stored
from models.account import Account
from models.base import now
from models.codes.history import ChangeKind, Subject
from models.history import Change
from models.organization import Organization

Values = dict[str, list[Any]]
NAME = sa.select(Account.name).where(Account.id == sa.bindparam("acting")).scalar_subquery()


def see(session: Session, context: Any) -> None:
    """Keep what this flush writes; one statement however many records."""
    if lines := list(_lines(session)):
        # Without nulls written out, a record that lies under another would break the statement.
        statement = sa.insert(Change).values(who=NAME).execution_options(render_nulls=True)
        session.execute(statement, lines)


def _lines(session: Session) -> Iterator[dict[str, Any]]:
    happened = {
        ChangeKind.CREATED: session.new,
        ChangeKind.CHANGED: session.dirty,
        ChangeKind.REMOVED: session.deleted,
    }
    gone = {row.id for row in session.deleted if isinstance(row, Organization)}
    for kind, rows in happened.items():
        for row in filter(kind_of, rows):
            line = _line(session, row, kind)
            # The history of an organization goes with it.
            if line and line["organization_id"] not in gone:
                yield line


def _line(session: Session, row: Any, kind: ChangeKind) -> dict[str, Any] | None:
    followed = kind_of(row)
    assert followed is not None
    subject, whose = WHOSE[followed]
    told = _told(row, subject, kind)
    if kind is ChangeKind.CHANGED and not told:
        kind, told = ChangeKind.CONFIRMED, _confirmed(row)
        if not told:
            return None
    where = whose(session, row)
    return {
        "acting": acting_id.get(),
        "account_id": acting_id.get(),
        "changed_at": now(),
        "kind": kind,
        "subject": subject,
        "subject_id": row.id,
        "organization_id": where.organization_id,
        "site_id": where.site.id if where.site else None,
        "offer_id": where.offer_id,
        **_sorted_out(row, subject, told, where),
    }


def _told(row: Any, subject: Subject, kind: ChangeKind) -> Values:
    """The followed columns whose value changed, with both values."""
    is_new = kind is ChangeKind.CREATED
    if kind is ChangeKind.REMOVED or (is_new and subject not in TOLD_WHEN_NEW):
        return {}
    names = (attribute.key for attribute in sa.inspect(row).mapper.column_attrs)
    changes = {name: _change(row, name, is_new) for name in names if is_followed(subject, name)}
    return {name: values for name, values in changes.items() if values}


def _change(row: Any, name: str, is_new: bool) -> list[Any]:
    """Before and after, or after alone when what was before was never read; empty if the same."""
    history = sa.inspect(row).attrs[name].history
    if not history.added:
        return []
    after = stored(history.added[0])
    if not history.deleted and not is_new:
        return [after]
    before = stored(history.deleted[0]) if history.deleted else None
    return [] if before == after else [before, after]


def _confirmed(row: Any) -> Values:
    """Who said that it is still true, and how."""
    if not hasattr(row, "verified_at") or not sa.inspect(row).attrs.verified_at.history.added:
        return {}
    names = sorted(VERIFIED - {"verified_at"})
    return {name: [stored(getattr(row, name))] for name in names}


def _sorted_out(row: Any, subject: Subject, told: Values, where: Where) -> dict[str, Any]:
    """Codes and figures, texts, and the names of columns whose values are not kept."""
    kinds = sa.inspect(row).mapper.columns
    texts = {name for name in told if is_text(kinds[name].type)}
    secret = texts if where.site and _is_secret(where.site) else set()
    hidden = (secret | (texts & PERSONAL.get(subject, frozenset()))) - VERIFIED
    return {
        "coded": {name: told[name] for name in told if name not in texts},
        "texts": {name: told[name] for name in told if name in texts - hidden},
        "hidden": sorted(hidden),
    }


def _is_secret(site: Any) -> bool:
    """Confidential now, or until this very change."""
    before = sa.inspect(site).attrs.is_confidential.history.deleted
    return bool(site.is_confidential) or True in before
