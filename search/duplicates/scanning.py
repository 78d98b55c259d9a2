"""Looks for duplicates: in the whole network, or among the records changed since the last look."""

from collections.abc import Collection
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from models.base import now
from models.codes.duplicates import Level
from models.duplicates import DuplicateScan
from models.organization import Organization, Site
from search.duplicates import candidates, keeping, reading
from search.duplicates.scoring import PROPOSED_FROM, compare

ONE = 1
# Two who look at once would write the same pairs.
ALONE = 5_411_356
# A transaction that began before the last look may have ended after it.
MARGIN = sa.text("interval '10 minutes'")


def find_all(session: Session) -> int:
    """Compare the whole network again; the number of pairs that wait for somebody."""
    session.execute(sa.select(sa.func.pg_advisory_xact_lock(ALONE)))
    keeping.forget_gone(session)
    started = now()
    for level in Level:
        _find(session, level)
    _scanned(session, started)
    return keeping.proposed(session)


def find_changed(session: Session, *, most: int) -> int:
    """Compare the records changed since the last look with all the others; how many they were.

    When they are more than `most` (a whole file was imported), everything is compared again.
    """
    if not session.scalar(sa.select(sa.func.pg_try_advisory_xact_lock(ALONE))):
        return 0
    last, started = session.get(DuplicateScan, ONE), now()
    ids = _changed(session, last, most)
    if ids is None:
        find_all(session)
        return most
    for level in Level:
        if ids[level]:
            _find(session, level, ids[level])
    _scanned(session, started)
    return sum(map(len, ids.values()))


def find_among(session: Session, level: Level, ids: Collection[int]) -> None:
    """Compare these records with the others at once, as the job would do within ten minutes."""
    if ids:
        _find(session, level, ids)


def _changed(
    session: Session, last: DuplicateScan | None, most: int
) -> dict[Level, set[int]] | None:
    """The records changed, by level; None when they are too many, or nobody ever looked."""
    if last is None:
        return None
    since = sa.literal(last.scanned_until) - MARGIN
    sites = sa.select(Site.id, Site.organization_id).where(Site.modified_at >= since)
    moved = session.execute(sites.limit(most + 1)).all()
    named = sa.select(Organization.id).where(Organization.modified_at >= since)
    found = set(session.scalars(named.limit(most + 1))) | {row.organization_id for row in moved}
    if len(found) + len(moved) > most:
        return None
    return {Level.ORGANIZATION: found, Level.SITE: {row.id for row in moved}}


def _find(session: Session, level: Level, ids: Collection[int] | None = None) -> None:
    pairs = candidates.pairs(session, level, ids)
    read = reading.cards(session, level, {key for pair in pairs for key in pair})
    rows: list[dict[str, Any]] = []
    for first, second in pairs:
        if first not in read or second not in read:
            continue
        likeness = compare(read[first][0], read[second][0])
        if likeness.score >= PROPOSED_FROM:
            rows.append(
                {
                    **{"level": level, "first_id": first, "second_id": second},
                    **{"score": likeness.score, "reasons": likeness.facts},
                    "department_codes": sorted(read[first][1] | read[second][1]),
                }
            )
    keeping.keep(session, rows)
    alike = {(row["first_id"], row["second_id"]) for row in rows}
    keeping.forget(session, level, keeping.known(session, level, ids) - alike)


def _scanned(session: Session, at: Any) -> None:
    session.merge(DuplicateScan(id=ONE, scanned_until=at))
    session.flush()
