"""The totals of past weeks, from the real dates of offers, reports and claims."""

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.network import totals_keeping
from models.base import today

PAST_DAYS = 35

# Each day as it was at its end: what had been said by then, what was held or taken by then.
# Places are summed as ever (design §3): the fullest day from then on, and unknown is never zero.
COUNT = sa.text("""
WITH moment AS (
    SELECT day::date AS day,
        least((day::timestamp + interval '1 day') AT TIME ZONE 'Europe/Paris', now()) AS at
    FROM generate_series(CAST(:first AS date), CAST(:last AS date), interval '1 day') AS day
), live AS MATERIALIZED (
    SELECT lot_id, day, coalesce(taken_at <= at, false) AS is_taken,
        daterange(greatest(lower(during), day), CASE WHEN taken_at <= at
            THEN greatest(upper(during), day + 1) ELSE upper(during) END) AS days
    FROM moment JOIN directory.place_claim ON held_at <= at AND (ended_at IS NULL OR ended_at > at)
    WHERE taken_at <= at OR (expires_at > at AND upper(during) > day)
), starts AS (
    SELECT DISTINCT lot_id, day, lower(days) AS start FROM live
), together AS (
    SELECT lot_id, day, start, count(*) FILTER (WHERE is_taken) AS placements,
        count(*) FILTER (WHERE NOT is_taken) AS reservations
    FROM starts JOIN live USING (lot_id, day) WHERE days @> start GROUP BY lot_id, day, start
), fullest AS (
    SELECT DISTINCT ON (lot_id, day) lot_id, day, placements, reservations FROM together
    ORDER BY lot_id, day, placements + reservations DESC, start
), lot AS (
    SELECT moment.day, lot.offer_id, said.places,
        coalesce(placements, 0) AS placements, coalesce(reservations, 0) AS reservations,
        said.open - coalesce(placements + reservations, 0) AS remaining, said.state,
        sharing = 'SHARED' AND coalesce(said.valid_until < at, true) AS is_stale
    FROM moment CROSS JOIN directory.place_lot AS lot
    LEFT JOIN fullest ON fullest.lot_id = lot.id AND fullest.day = moment.day
    CROSS JOIN LATERAL (
        -- The last word of that time; the lot itself if nothing was said since.
        SELECT places, open, state, valid_until FROM (
            SELECT 1 AS rank, lot.places, lot.open, lot.state, lot.valid_until
            WHERE NOT EXISTS (SELECT FROM directory.capacity_report AS report
                WHERE report.lot_id = lot.id AND reported_at > at)
            UNION ALL
            (SELECT 2, places, open, state, valid_until FROM directory.capacity_report AS report
                WHERE report.lot_id = lot.id AND reported_at <= at
                ORDER BY reported_at DESC, id DESC LIMIT 1)
            UNION ALL SELECT 3, lot.places, lot.open, lot.state, NULL
        ) AS words ORDER BY rank LIMIT 1
    ) AS said
), summed AS (
    SELECT offer_id, day, sum(places) AS places, sum(placements) AS placements,
        sum(reservations) AS held, count(*) AS lots,
        bool_or(remaining < 0) AS is_over,
        bool_or(state = 'WAITING_LIST' AND NOT is_stale) AS is_waiting,
        count(*) FILTER (WHERE NOT is_stale AND state = 'OPEN') AS known,
        sum(greatest(remaining, 0)) FILTER (WHERE NOT is_stale AND state = 'OPEN') AS free
    FROM lot GROUP BY offer_id, day
), told AS (
    SELECT *, coalesce(free, 0) = 0 AND coalesce(known < lots, true)
        AND NOT (coalesce(lots, 0) = 1 AND (is_over OR is_waiting)) AS is_unknown
    FROM summed
)
INSERT INTO directory.network_day (day, insee_code, family, department_code,
    offers, places, free, held, placements, unknown)
SELECT moment.day, insee_code, state.family, min(department_code), count(*),
    coalesce(sum(told.places), 0),
    coalesce(sum(told.free) FILTER (WHERE sign <> 'suspended'), 0),
    coalesce(sum(told.held), 0), coalesce(sum(told.placements), 0),
    count(*) FILTER (WHERE sign <> 'suspended' AND coalesce(is_unknown, true))
FROM moment
JOIN directory.offer ON created_at <= at
JOIN directory.offer_state AS state ON state.offer_id = offer.id
LEFT JOIN told ON told.offer_id = offer.id AND told.day = moment.day
GROUP BY moment.day, insee_code, state.family
ON CONFLICT DO NOTHING
""")


def plant_days(session: Session, *, last: dt.date | None = None) -> None:
    """Write the days that are missing up to yesterday, unless another last day is said."""
    first = today() - dt.timedelta(days=PAST_DAYS)
    until = last or today() - dt.timedelta(days=1)
    session.execute(COUNT, {"first": first, "last": until})
    for number in range((until - first).days + 1):
        totals_keeping.keep_all(session, first + dt.timedelta(days=number))
