"""The records that one may be a duplicate of: those that look like it, those found by name."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy import Select
from sqlalchemy.orm import Session

from app.duplicates.fields import Record
from app.duplicates.listing import BESIDE
from app.duplicates.scope import level_of
from app.keys import key
from models.codes.duplicates import Level
from models.duplicates import RECORDS
from models.organization import Organization, Site
from search.duplicates import Likeness, compare, sentences
from search.duplicates.candidates import pairs
from search.duplicates.reading import cards

Visible = Callable[[Level], Select[Any]]
MOST_ALIKE = 5
MOST_NAMED = 15
# Less alike than what is proposed unasked: somebody is looking.
WORTH_SHOWING = 30


class Alike(NamedTuple):
    """Another record, and why it may be the same."""

    record: Record
    likeness: Likeness

    @property
    def said(self) -> list[str]:
        """What brings the two together."""
        return sentences(self.likeness.facts)[0]


def alike(session: Session, record: Record, visible: Visible) -> list[Alike]:
    """Those that look like it, best first."""
    level = level_of(record)
    ids = {one for pair in pairs(session, level, [record.id]) for one in pair} - {record.id}
    read = cards(session, level, ids | {record.id})
    mine = read[record.id][0]
    scored = {one: compare(mine, read[one][0]) for one in ids if one in read}
    best = sorted(scored, key=lambda one: (-scored[one].score, one))[:MOST_ALIKE]
    worth = [one for one in best if scored[one].score >= WORTH_SHOWING]
    found = {one.id: one for one in _these(session, level, worth, visible)}
    return [Alike(found[one], scored[one]) for one in worth if one in found]


def named(session: Session, record: Record, text: str, visible: Visible) -> Sequence[Record]:
    """The other organizations whose name holds these words, or that have this SIRET."""
    words = [word.replace("%", "").replace("_", "") for word in text.split()]
    holds = [
        Organization.name_key.like("%" + sa.func.directory.folded(word) + "%")
        for word in words[:8]
        if word
    ]
    digits = "".join(text.split())
    is_it = sa.or_(sa.and_(*holds) if holds else sa.false(), Organization.siret == digits)
    others = visible(Level.ORGANIZATION).where(is_it, Organization.id != record.id)
    query = others.order_by(sa.func.length(Organization.legal_name), Organization.id)
    return session.scalars(query.options(BESIDE[Level.ORGANIZATION]).limit(MOST_NAMED)).all()


def beside(session: Session, record: Record) -> Sequence[Site]:
    """The other sites of the same organization."""
    if not isinstance(record, Site):
        return []
    same = sa.select(Site).where(
        Site.organization_id == record.organization_id, Site.id != record.id
    )
    return session.scalars(same.order_by(Site.name, Site.id).limit(MOST_NAMED)).all()


def chosen(session: Session, record: Record, text: str | None, visible: Visible) -> Record | None:
    """The record that a form names, if it is another one that exists for the account."""
    try:
        other_id = key(text or "")
    except ValueError:
        return None
    found = _these(session, level_of(record), [other_id], visible)
    other = found[0] if found and other_id != record.id else None
    if isinstance(other, Site) and isinstance(record, Site):
        return other if other.organization_id == record.organization_id else None
    return other


def _these(
    session: Session, level: Level, ids: Sequence[int], visible: Visible
) -> Sequence[Record]:
    query = visible(level).where(RECORDS[level].id.in_(ids)).options(BESIDE[level])
    return session.scalars(query).unique().all()
