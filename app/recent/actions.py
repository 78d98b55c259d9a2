"""Remembers the last searches of an account, on a short transaction of its own."""

import hashlib
import json

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from app.extensions import db
from models.base import now
from models.saved import Query, RecentSearch

MOST = 10


def remember(account_id: int, *, query: Query, said: str, lost_words: bool) -> None:
    """Put this search first of the account's last ten.

    Showing a page changes no business row: as the audit log, this is written apart.
    """
    with db.engine.begin() as connection:
        # The last search before a power cut may be lost: nobody waits for the disk.
        connection.execute(sa.text("SET LOCAL synchronous_commit TO off"))
        row = {"query": query, "said": said, "lost_words": lost_words, "searched_at": now()}
        first = insert(RecentSearch).values(account_id=account_id, digest=digest(query), **row)
        connection.execute(
            first.on_conflict_do_update(index_elements=["account_id", "digest"], set_=row)
        )
        connection.execute(_forget_older(account_id))


def digest(query: Query) -> str:
    """The same search, asked in another order, is the same."""
    written = json.dumps({name: sorted(texts) for name, texts in query.items()}, sort_keys=True)
    return hashlib.sha256(written.encode()).hexdigest()


def _forget_older(account_id: int) -> sa.Delete:
    mine = RecentSearch.account_id == account_id
    latest = sa.select(RecentSearch.id).where(mine)
    latest = latest.order_by(RecentSearch.searched_at.desc(), RecentSearch.id.desc()).limit(MOST)
    return sa.delete(RecentSearch).where(mine, RecentSearch.id.not_in(latest))
