"""Keeps the totals of today, by commune and family, in step with the copies."""

import datetime as dt
from collections.abc import Iterable

import sqlalchemy as sa
from sqlalchemy.orm import Session

Place = tuple[str, str]
KEPT_DAYS = 400

COUNTED = """
INSERT INTO directory.network_day (day, insee_code, family, department_code,
    offers, places, free, held, placements, unknown)
SELECT :day, insee_code, family, min(department_code), count(*), sum(places),
    sum(coalesce(free, 0)), sum(held), sum(placements), count(*) FILTER (WHERE sign = 'unknown')
FROM directory.offer_state {which} GROUP BY insee_code, family
"""
GIVEN = "unnest(CAST(:codes AS text[]), CAST(:families AS text[])) AS given (code, kind)"
START = sa.text(COUNTED.format(which=""))
RECOUNT = sa.text(
    COUNTED.format(which=f"JOIN {GIVEN} ON insee_code = given.code AND family = given.kind")
)
CLEAR = sa.text(
    f"DELETE FROM directory.network_day USING {GIVEN}"
    " WHERE day = :day AND insee_code = given.code AND family = given.kind"
)
CLEAR_DAY = sa.text("DELETE FROM directory.network_day WHERE day = :day")
FORGET = [
    sa.text(f"DELETE FROM directory.{table} WHERE day < :oldest")
    for table in ("network_day", "unmet_search")
]
HAS_DAY = sa.text("SELECT EXISTS (SELECT FROM directory.network_day WHERE day = :day)")


def start(session: Session, day: dt.date) -> None:
    """Write the whole day from the copies."""
    session.execute(CLEAR_DAY, {"day": day})
    session.execute(START, {"day": day})


def recount(session: Session, day: dt.date, places: Iterable[Place]) -> None:
    """Count again what changed; the first change of a day starts that day."""
    if not session.scalar(HAS_DAY, {"day": day}):
        start(session, day)
        return
    ordered = sorted(set(places))
    given = {"codes": [code for code, _ in ordered], "families": [kind for _, kind in ordered]}
    session.execute(CLEAR, {"day": day} | given)
    session.execute(RECOUNT, {"day": day} | given)


def forget(session: Session, today: dt.date) -> None:
    """Drop the days nobody compares with any more, of the totals and of the searches in vain."""
    for forget_table in FORGET:
        session.execute(forget_table, {"oldest": today - dt.timedelta(days=KEPT_DAYS)})
