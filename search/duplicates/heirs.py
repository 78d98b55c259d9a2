"""What became of a record that was absorbed: old links and saved searches lead to its heir."""

import sqlalchemy as sa
from sqlalchemy.orm import Session

from models.codes.duplicates import Level
from models.duplicates import Merge

# A merge into what was merged since is followed; nobody goes round more than this.
LONGEST_CHAIN = 20


def heir(session: Session, level: Level, record_id: int) -> int | None:
    """The record that absorbed this one, or the one that absorbed that one; None if nobody did."""
    found = record_id
    for _ in range(LONGEST_CHAIN):
        into = session.scalar(
            sa.select(Merge.kept_id).where(
                Merge.level == level, Merge.absorbed_id == found, Merge.split_at.is_(None)
            )
        )
        if into is None:
            break
        found = into
    return None if found == record_id else found
