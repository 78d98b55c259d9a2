"""The dates of a copy: until when each thing holds, and when the calendar alone changes it."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import DATEMULTIRANGE, DATERANGE

from models.accreditation import Accreditation
from models.capacity import PlaceClaim
from models.codes.claims import ClaimState, Sharing
from models.codes.freshness import FRESH_DAYS, OTHER_FRESH_DAYS
from models.codes.organization import TIG_KINDS, AccreditationKind, AccreditationStatus
from search.indexing.audiences import Clause, text
from search.indexing.tables import lot, offer, site, table

accreditation = table(Accreditation).alias("a")
claim = table(PlaceClaim).alias("k")
NOW = sa.func.now()
# The day in France, wherever the database runs.
TODAY: Any = sa.cast(sa.func.timezone("Europe/Paris", NOW), sa.Date)
TOMORROW = TODAY + 1


def dates() -> dict[str, Any]:
    """The columns of a copy that are dates."""
    return {
        "verified_at": offer.c.verified_at,
        "due_at": _aged(0),
        "stale_at": stale_at(),
        "accredited_until": accredited_until(),
        "due_again_at": _due_again_at(),
    }


def stale_at() -> Clause:
    """From when the last confirmation is too old, as the offer's own page counts the days."""
    return _aged(1)


def _aged(limit: int) -> Clause:
    """The first or the second limit of the family, once that many days of 24 hours are over."""
    hours = sa.case(
        {family.value: 24 * (limits[limit] + 1) for family, limits in FRESH_DAYS.items()},
        value=text(offer.c.family),
        else_=24 * (OTHER_FRESH_DAYS[limit] + 1),
    )
    return offer.c.verified_at + sa.func.make_interval(0, 0, 0, 0, sa.cast(hours, sa.Integer))


def accredited_until() -> Clause:
    """The last day the host is accredited without a gap from today, in the post's département."""
    period = sa.func.unnest(_periods()).column_valued("period")
    holds = sa.cast(period, DATERANGE).bool_op("@>")(TODAY)
    return sa.select(sa.func.upper(period) - 1).where(holds).scalar_subquery()


def _periods() -> Clause:
    """Every day covered, both first and last included; neighbouring periods become one."""
    covered = sa.func.daterange(accreditation.c.decided_on, _ends_on(), "[]")
    of_the_host = sa.select(sa.func.range_agg(covered)).where(*_granted()).correlate(site)
    none = sa.cast("{}", DATEMULTIRANGE)
    return sa.func.coalesce(of_the_host.scalar_subquery(), none, type_=DATEMULTIRANGE)


def _ends_on() -> Clause:
    ends_on = accreditation.c.ends_on
    return sa.func.least(ends_on, sa.func.coalesce(accreditation.c.withdrawn_on, ends_on))


def _granted() -> list[Any]:
    kind = text(accreditation.c.kind)
    return [
        accreditation.c.organization_id == site.c.organization_id,
        text(accreditation.c.status) == AccreditationStatus.GRANTED.value,
        kind.in_(sorted(one.value for one in TIG_KINDS)),
        _ends_on() >= accreditation.c.decided_on,
        sa.or_(
            kind == AccreditationKind.TIG_NATIONAL.value,
            accreditation.c.department_code == site.c.department_code,
        ),
    ]


def _due_again_at() -> Clause:
    """The first instant at which the copy may say something else though nobody wrote."""
    ahead = [sa.case((at > NOW, at)) for at in (_aged(0), _aged(1))]
    return sa.func.least(*ahead, _next_accreditation(), _next_report(), _next_claim())


def _next_accreditation() -> Clause:
    """When an accreditation begins or is over."""
    bounds = sa.func.least(
        *(sa.case((day > TODAY, day)) for day in (accreditation.c.decided_on, _ends_on() + 1))
    )
    return sa.select(_midnight(sa.func.min(bounds))).where(*_granted()).scalar_subquery()


def _next_report() -> Clause:
    """When the word on a shared lot is no longer true."""
    shared = (text(lot.c.sharing) == Sharing.SHARED.value, lot.c.valid_until > NOW)
    ends = sa.select(sa.func.min(lot.c.valid_until))
    return ends.where(lot.c.offer_id == offer.c.id, *shared).scalar_subquery()


def _next_claim() -> Clause:
    """When a hold expires, a claim's days are over, or one more day is spent past them."""
    is_held = text(claim.c.state) == ClaimState.HELD.value
    is_live = sa.or_(
        text(claim.c.state) == ClaimState.TAKEN.value, is_held & (claim.c.expires_at > NOW)
    )
    after: Any = sa.func.upper(claim.c.during)
    days_over = _midnight(sa.func.greatest(after, TOMORROW))
    ends = sa.func.least(sa.case((is_held, claim.c.expires_at)), days_over)
    rows = sa.join(lot, claim, claim.c.lot_id == lot.c.id)
    return (
        sa.select(sa.func.min(ends))
        .select_from(rows)
        .where(lot.c.offer_id == offer.c.id, is_live)
        .scalar_subquery()
    )


def _midnight(day: Any) -> Clause:
    """When a day begins in France."""
    return sa.func.timezone("Europe/Paris", sa.cast(day, sa.DateTime))
