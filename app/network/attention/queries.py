"""Reads of the lists: how many offers are on each, and one page of one of them."""

from collections.abc import Collection
from dataclasses import replace
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy.orm import Session, joinedload, selectinload

from app.keys import key
from app.network.attention.declared import Gap, gaps
from app.network.attention.worklist import Worklist
from models.codes.offer import Family
from models.network import OfferState
from models.offer import Offer
from models.organization import Site
from search.indexing.tables import offer, tig
from search.network.filters import NetworkFilter, conditions

PAGE = 25
# Counts are not taken past this: « plus de 1 000 ».
MOST = 1_000


class Key(NamedTuple):
    """Where a page ends: what the list is ordered by, then the offer."""

    rank: Any
    offer_id: int

    @classmethod
    def read(cls, worklist: Worklist, text: str) -> "Key | None":
        """From a link; None when it is not one of ours."""
        offer_id, tilde, rank = text.partition("~")
        if not tilde or "\x00" in text:
            return None
        try:
            return cls(worklist.read(rank), key(offer_id))
        except ValueError:
            return None

    def __str__(self) -> str:
        return f"{self.offer_id}~{self.rank}"


class Line(NamedTuple):
    """One offer of a list, and what the list says of it."""

    offer: Offer
    state: OfferState
    since: Any
    gap: Gap | None


class Page(NamedTuple):
    """Some lines, and the key of the next ones."""

    lines: list[Line]
    next_key: Key | None


def counts(
    session: Session, asked: NetworkFilter, lists: Collection[Worklist], *, with_over: bool
) -> dict[str, int]:
    """How many lines each list has, up to one past the cap; one query for them all."""
    bounded = [
        sa.select(sa.func.count())
        .select_from(_chosen(one, asked, with_over).limit(MOST + 1).subquery())
        .scalar_subquery()
        .label(one.code)
        for one in lists
    ]
    return dict(session.execute(sa.select(*bounded)).mappings().one()) if bounded else {}


def page(
    session: Session,
    worklist: Worklist,
    asked: NetworkFilter,
    after: Key | None,
    *,
    with_over: bool,
) -> Page:
    """The lines that follow a key, in a few queries however many."""
    query = _ranked(worklist, asked, with_over)
    if after is not None:
        query = query.where(sa.tuple_(worklist.rank(), OfferState.offer_id) > sa.tuple_(*after))
    rows = session.execute(query.limit(PAGE + 1)).all()
    shown = rows[:PAGE]
    offers = {one.id: one for one in session.scalars(_offers(row[0].offer_id for row in shown))}
    lines = [
        Line(offers[row[0].offer_id], row[0], row.since, Gap(*row[3:]) if len(row) > 3 else None)
        for row in shown
    ]
    last = Key(shown[-1].rank, shown[-1][0].offer_id) if len(rows) > PAGE else None
    return Page(lines, last)


def _ranked(worklist: Worklist, asked: NetworkFilter, with_over: bool) -> sa.Select[Any]:
    """Copy, rank and since when of each line, then its gap where the list has one; in order."""
    rank = worklist.rank()
    columns: tuple[Any, ...] = (OfferState, rank.label("rank"), worklist.since().label("since"))
    if worklist.has_gap:
        columns += tuple(_gap.c[name] for name in Gap._fields)
    chosen = _chosen(worklist, asked, with_over)
    told = chosen.with_only_columns(*columns, maintain_column_froms=True)
    return told.order_by(rank, OfferState.offer_id)


_gap = gaps()


def _chosen(worklist: Worklist, asked: NetworkFilter, with_over: bool) -> sa.Select[Any]:
    rows = sa.join(OfferState, offer, offer.c.id == OfferState.offer_id)
    rows = rows.outerjoin(tig, tig.c.id == OfferState.offer_id)
    if worklist.has_gap:
        rows = rows.join(_gap, _gap.c.differs)
    if worklist.is_of_tig:
        asked = replace(asked, families=frozenset({Family.TIG}))
    wanted = conditions(asked, with_over=with_over)
    chosen = sa.select(OfferState.offer_id).select_from(rows).where(worklist.condition(), *wanted)
    return _first_of_each_host(chosen) if worklist.is_once_a_host else chosen


def _first_of_each_host(chosen: sa.Select[Any]) -> sa.Select[Any]:
    firsts = chosen.with_only_columns(
        sa.func.min(OfferState.offer_id), maintain_column_froms=True
    ).group_by(OfferState.organization_id, OfferState.department_code)
    return chosen.where(OfferState.offer_id.in_(firsts.correlate(None)))


def _offers(ids: Any) -> sa.Select[Any]:
    return (
        sa.select(Offer)
        .where(Offer.id.in_(list(ids)))
        .options(
            joinedload(Offer.site).joinedload(Site.organization),
            joinedload(Offer.site).selectinload(Site.contacts),
            selectinload(Offer.lots),
        )
    )
