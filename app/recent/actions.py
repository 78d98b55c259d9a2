"""Remembers the last searches of an account, on a short transaction of its own."""

import hashlib
import json

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB

from app.extensions import db
from models.base import now
from models.saved import Query

MOST = 10
# One question, since somebody waits for the page; but for the disk nobody does: the last search
# before a power cut may be lost.
REMEMBER = sa.text("""
WITH hurried AS MATERIALIZED (
    SELECT set_config('synchronous_commit', 'off', true)
), remembered AS (
    INSERT INTO accounts.recent_search
        (account_id, digest, query, said, lost_words, searched_at)
    SELECT :account_id, :digest, :query, :said, :lost, :now FROM hurried
    ON CONFLICT (account_id, digest) DO UPDATE SET query = excluded.query,
        said = excluded.said, lost_words = excluded.lost_words, searched_at = excluded.searched_at
)
DELETE FROM accounts.recent_search WHERE id IN (
    SELECT id FROM accounts.recent_search WHERE account_id = :account_id AND digest <> :digest
    ORDER BY searched_at DESC, id DESC OFFSET :others
)
""").bindparams(sa.bindparam("query", type_=JSONB), sa.bindparam("now", type_=sa.DateTime(True)))


def remember(account_id: int, *, query: Query, said: str, lost_words: bool) -> None:
    """Put this search first of the account's last ten.

    Showing a page changes no business row: as the audit log, this is written apart.
    """
    row = {"account_id": account_id, "digest": digest(query), "said": said, "now": now()}
    with db.engine.begin() as connection:
        connection.execute(REMEMBER, row | {"query": query, "lost": lost_words, "others": MOST - 1})


def digest(query: Query) -> str:
    """The same search, asked in another order, is the same."""
    written = json.dumps({name: sorted(texts) for name, texts in query.items()}, sort_keys=True)
    return hashlib.sha256(written.encode()).hexdigest()
