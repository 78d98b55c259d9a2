"""What puts an offer on a list, in SQL: its copy says where it is and how full, its row the rest.

Words are read in the offer itself, not in its copy: a call noted takes the row off at once.
"""

from typing import Any

import sqlalchemy as sa

from models.capacity import CapacityReport, PlaceClaim
from models.codes.freshness import FRESH_DAYS, OTHER_FRESH_DAYS
from models.codes.network import Accredited, Sign
from models.codes.organization import Channel
from models.network import OfferState
from search.indexing.tables import lot, offer, table, tig
from search.network.filters import accredited

Clause = sa.ColumnElement[Any]
FULL_DAYS = 60
UNUSED_DAYS = 90
# Words that are the partner's own, given online or heard by telephone.
THEIR_WORDS = (Channel.PARTNER_PORTAL.value, Channel.MAGIC_LINK.value, Channel.PHONE.value)
claim, report = table(PlaceClaim), table(CapacityReport)
state = sa.type_coerce(OfferState.sign, sa.Text)
IN_USE = state != Sign.SUSPENDED.value
NEVER: Clause = sa.literal_column("'-infinity'::timestamptz")


def is_stale() -> Clause:
    """Nobody confirmed it within the second limit of its family, or ever."""
    return IN_USE & _is_older_than(_days(1))


def is_silent() -> Clause:
    """Its partner has said nothing of it within the first limit, or its own."""
    usual = sa.func.coalesce(offer.c.confirm_days, _days(0))
    by_others = sa.type_coerce(offer.c.verified_channel, sa.Text).not_in(THEIR_WORDS)
    nobody = offer.c.verified_channel.is_(None)
    return IN_USE & sa.or_(nobody, by_others, _is_older_than(usual))


def full_since() -> Clause:
    """Since when at least nothing is free: no claim came or went, and no report said otherwise."""
    return sa.func.greatest(offer.c.created_at, *_last_moves())


def is_full_for_long() -> Clause:
    """Nothing free for sixty days or more."""
    limit = _days_ago(FULL_DAYS)
    # One after the other, the quickest first: few are left for the next.
    still = [sa.func.coalesce(moment, NEVER) <= limit for moment in _last_moves()]
    return sa.and_(state == Sign.FULL.value, offer.c.created_at <= limit, *still)


def _last_moves() -> tuple[Clause, Clause]:
    """When a claim last came or went, and when the offer was first said full since it was not."""
    moved = _of_lots(sa.func.max(sa.func.greatest(claim.c.held_at, claim.c.ended_at)), claim)
    last_free = _of_lots(sa.func.max(report.c.reported_at), report, report.c.answer > 0)
    after = report.c.reported_at > sa.func.coalesce(last_free, NEVER)
    said_full = _of_lots(sa.func.min(report.c.reported_at), report, report.c.answer == 0, after)
    return moved, said_full


def is_never_used() -> Clause:
    """Shown for ninety days or more, with places, and never claimed by anybody."""
    has_lot = sa.exists().where(lot.c.offer_id == OfferState.offer_id)
    claims = sa.join(claim, lot, claim.c.lot_id == lot.c.id)
    claimed = sa.select(claim.c.id).select_from(claims).where(lot.c.offer_id == OfferState.offer_id)
    # What the copy counts as live spares most offers a look at their claims.
    is_empty = (OfferState.placements == 0) & (OfferState.held == 0)
    is_old = offer.c.created_at <= _days_ago(UNUSED_DAYS)
    return IN_USE & is_empty & is_old & has_lot & ~claimed.exists()


def is_over() -> Clause:
    """More people than places."""
    return state == Sign.OVER.value


def is_ending() -> Clause:
    """Its host's accreditation ends within six months."""
    return accredited() == Accredited.ENDING.value


def is_without_supervisor() -> Clause:
    """A TIG post that names nobody (RULE-TIG-24): no stay can start there."""
    return tig.c.id.is_not(None) & (
        sa.func.btrim(sa.func.coalesce(tig.c.supervisor_name, "")) == ""
    )


def is_without_point() -> Clause:
    """Not on the map, though one has to go there."""
    return OfferState.point.is_(None) & ~offer.c.is_remote


def _is_older_than(days: Clause) -> Clause:
    limit = sa.func.now() - sa.func.make_interval(0, 0, 0, sa.cast(days, sa.Integer))
    return sa.or_(offer.c.verified_at.is_(None), offer.c.verified_at < limit)


def _days(which: int) -> Clause:
    """The first or the second limit of the offer's family (domain §5, "Freshness")."""
    usual = {family.value: limits[which] for family, limits in FRESH_DAYS.items()}
    family = sa.type_coerce(OfferState.family, sa.Text)
    return sa.case(usual, value=family, else_=OTHER_FRESH_DAYS[which])


def _days_ago(days: int) -> Clause:
    return sa.func.now() - sa.func.make_interval(0, 0, 0, days)


def _of_lots(value: Clause, rows: sa.Table, *conditions: Clause) -> Clause:
    """A figure over the claims or the reports of the offer's lots."""
    joined = sa.join(rows, lot, rows.c.lot_id == lot.c.id)
    chosen = sa.select(value).select_from(joined)
    of_offer = chosen.where(lot.c.offer_id == OfferState.offer_id, *conditions)
    # Said, since one of these figures stands within another.
    return of_offer.correlate(OfferState).scalar_subquery()
