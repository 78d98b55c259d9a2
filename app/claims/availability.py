"""Counts what is free in many lots at once, on the days of a window (design §3)."""

import datetime as dt
from collections.abc import Collection
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import Range
from sqlalchemy.orm import Session

from app.claims.sums import Availability
from models.base import PARIS, now, today
from models.codes.claims import LotState, Sharing
from models.codes.organization import Channel

# The fullest day of each lot: a day on which a claim starts, since that is when the count grows.
COUNTED = """
WITH live AS MATERIALIZED (
    SELECT id, lot_id, state, days * datemultirange(daterange(:first, :after)) AS held
    FROM directory.place_claim,
        LATERAL (SELECT directory.claim_days(state, during, expires_at) AS days) AS counted
    WHERE lot_id = ANY(:lots) AND state IN ('HELD', 'TAKEN') AND NOT isempty(days)
), starts AS (
    SELECT DISTINCT lot_id, lower(piece) AS day FROM live, unnest(held) AS piece
), together AS (
    SELECT lot_id, day,
        count(*) FILTER (WHERE state = 'TAKEN') AS placements,
        count(*) FILTER (WHERE state = 'HELD') AS reservations
    FROM starts JOIN live USING (lot_id) WHERE held @> day GROUP BY lot_id, day
), fullest AS (
    SELECT DISTINCT ON (lot_id) * FROM together
    ORDER BY lot_id, placements + reservations DESC, day
), lives AS (
    SELECT lot_id, array_agg(id) AS claims FROM live GROUP BY lot_id
)
SELECT lot.id AS lot_id, lot.places, lot.open, lot.sharing, lot.state, lot.valid_until,
    lot.next_free_on, coalesce(placements, 0) AS placements,
    coalesce(reservations, 0) AS reservations, claims,
    said.id AS report_id, said.reported_at, said.reported_by, said.channel,
    offer.publication = 'SUSPENDED' OR post.listing_status = 'SUSPENDED' AS is_suspended
FROM directory.place_lot AS lot
JOIN directory.offer ON offer.id = lot.offer_id
LEFT JOIN directory.tig_post AS post ON post.id = offer.id
LEFT JOIN fullest ON fullest.lot_id = lot.id
LEFT JOIN lives ON lives.lot_id = lot.id
LEFT JOIN LATERAL (
    SELECT id, reported_at, reported_by, channel FROM directory.capacity_report
    WHERE lot_id = lot.id ORDER BY reported_at DESC, id DESC LIMIT 1
) AS said ON true
WHERE lot.id = ANY(:lots)
"""
COUNT = sa.text(COUNTED).bindparams(
    sa.bindparam("lots", type_=sa.ARRAY(sa.BigInteger)),
    sa.bindparam("first", type_=sa.Date),
    sa.bindparam("after", type_=sa.Date),
)


def from_today() -> Range[dt.date]:
    """From today on, without end: what can be promised to somebody for any length."""
    return Range(today(), None)


def window(first: dt.date, last: dt.date) -> Range[dt.date]:
    """Every day from the first to the last, both included."""
    return Range(first, last + dt.timedelta(days=1))


def availability(
    session: Session, lot_ids: Collection[int], days: Range[dt.date] | None = None
) -> dict[int, Availability]:
    """What each lot has free on these days (from today on unless said), in one query."""
    days = days or from_today()
    values = {"lots": list(lot_ids), "first": days.lower, "after": days.upper}
    rows = session.execute(COUNT, values).mappings()
    return {row["lot_id"]: _read(row, days) for row in rows}


def _read(row: Any, days: Range[dt.date]) -> Availability:
    facts = dict(row)
    is_shared = facts.pop("sharing") == Sharing.SHARED
    return Availability(
        **facts
        | {
            "is_shared": is_shared,
            "is_suspended": bool(facts["is_suspended"]),
            "is_stale": is_shared and is_past(facts["valid_until"], days),
            "claims": tuple(facts["claims"] or ()),
            "state": LotState(facts["state"]),
            "channel": facts["channel"] and Channel(facts["channel"]),
        }
    )


def is_past(valid_until: dt.datetime | None, days: Range[dt.date]) -> bool:
    """Whether a report says nothing any more, or nothing of a window that starts after it."""
    if valid_until is None or valid_until < now():
        return True
    return days.lower is not None and days.lower > valid_until.astimezone(PARIS).date()
