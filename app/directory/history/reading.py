"""Reads one page of the past of a record: lines with who, when, and each field before and after."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.access import Act, may, visible_offers
from app.directory.history.labels import labels
from app.directory.history.words import said
from app.directory.records import Record
from app.directory.who import names
from models.account import Account
from models.codes.history import ChangeKind, Subject
from models.codes.organization import Channel
from models.history import Change
from models.offer import Offer
from models.organization import Site
from models.reference import Commune

PAGE = 30
OTHER = "Autre renseignement"


@dataclass(frozen=True)
class Field:
    """One field of a change; `after` is None when its value is not shown."""

    label: str
    before: str | None
    after: str | None


@dataclass(frozen=True)
class Line:
    """One change as people read it."""

    change: Change
    who: str
    what: str
    fields: tuple[Field, ...]


@dataclass(frozen=True)
class Past:
    """Some lines, newest first, and the id before which the next ones are."""

    lines: list[Line]
    before: int | None


def read(session: Session, record: Record, account: Account, before: int | None) -> Past:
    """One page; four queries however many lines."""
    rows = list(session.scalars(_changes(record, account, before).limit(PAGE + 1)))
    shown = rows[:PAGE]
    communes = _communes(session, shown)
    who = names(session, account, (one.account_id for one in shown))
    titles = _titles(session, record, shown)
    with_sum = may(account, Act.SEE_SUM, record.row)
    lines = [
        Line(
            one,
            who(one.account_id, one.who),
            _what(one, titles),
            _fields(one, communes, with_sum),
        )
        for one in shown
    ]
    return Past(lines, shown[-1].id if len(rows) > PAGE else None)


def _changes(record: Record, account: Account, before: int | None) -> sa.Select[Change]:
    """What happened to it and to what lies under it, as far as the account may see."""
    row = record.row
    if isinstance(row, Offer):
        mine = Change.offer_id == row.id
    elif isinstance(row, Site):
        mine = Change.site_id == row.id
    else:
        mine = Change.organization_id == row.id
    seen = visible_offers(account).with_only_columns(Offer.id)
    visible = sa.or_(Change.offer_id.is_(None), Change.offer_id.in_(seen))
    query = sa.select(Change).where(mine, visible).order_by(Change.id.desc())
    return query if before is None else query.where(Change.id < before)


def _fields(change: Change, communes: Mapping[str, str], with_sum: bool) -> tuple[Field, ...]:
    """Each field that changed; the size of a lot is for those who read its sum."""
    known = labels(change.subject)
    told = change.coded | change.texts
    if change.subject is Subject.LOT and not with_sum:
        told.pop("places", None)
    if change.kind is ChangeKind.CONFIRMED:
        return ()
    # A new row had nothing before; in the order of the form that fills them.
    has_before = change.kind is not ChangeKind.CREATED
    order = [name for name in known if name in told] + [name for name in told if name not in known]
    write = partial(said, change.subject, communes=dict(communes))
    shown = [
        Field(
            known.get(name, OTHER),
            write(name, told[name][0]) if has_before and len(told[name]) > 1 else None,
            write(name, told[name][-1]),
        )
        for name in order
    ]
    return (*shown, *(Field(known.get(name, OTHER), None, None) for name in change.hidden))


def _what(change: Change, titles: Mapping[int, str]) -> str:
    """« L'offre Résidence des Lilas : modification »."""
    about = change.subject.label
    if title := titles.get(change.offer_id or 0):
        about += f" ({title})"
    how = change.kind.label
    if change.kind is ChangeKind.CONFIRMED:
        channel = (change.coded.get("verified_channel") or [None])[0]
        how = "toujours exact" + (f", {Channel(channel).label}" if channel else "")
    return f"{about} : {how}"


def _titles(session: Session, record: Record, changes: Iterable[Change]) -> dict[int, str]:
    """What the offers are called, on the page of what holds several."""
    ids = {change.offer_id for change in changes if change.offer_id}
    if record.offer or not ids:
        return {}
    query = sa.select(Offer.id, Offer.title).where(Offer.id.in_(ids))
    return dict(iter(session.execute(query)))


def _communes(session: Session, changes: Iterable[Change]) -> dict[str, str]:
    codes = {code for one in changes for code in one.texts.get("insee_code", []) if code}
    if not codes:
        return {}
    query = sa.select(Commune.insee_code, Commune.name).where(Commune.insee_code.in_(codes))
    return dict(iter(session.execute(query)))
