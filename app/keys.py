"""Keys: of rows, as an address or a query carries them; of forms, that let one request in."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

TOO_BIG = 2**63


def key(text: str | int) -> int:
    """The number of a row, or ValueError when no table can hold it."""
    number = int(text)
    if not 0 <= number < TOO_BIG:
        raise ValueError(text)
    return number


def wait_for(session: Session, key: str) -> None:
    """Wait until whoever sent the same key commits, then keep others waiting until we do."""
    session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(key, 0))))
