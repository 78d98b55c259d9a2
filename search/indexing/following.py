"""Writes search rows again when the vocabulary they were written with is no longer ours.

A release may give a kind of offer another name: offers written before it would not answer to it.
"""

import hashlib
import json
from functools import cache

import sqlalchemy as sa
from sqlalchemy.orm import Session

from models.base import now
from models.vocabulary import SearchVocabulary
from search.columns import layout
from search.indexing import changes, labels, writing
from search.indexing.tables import offer

# To be raised when rows are made otherwise while the labels stay the same.
ROWS = 1
# Offers locked together, for a second at most.
BATCH = 2_000


@cache
def digest() -> str:
    """What changes with the words and the codes that are written in search rows."""
    said = json.dumps([ROWS, labels.by_type(), layout()], sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def follow(session: Session) -> int:
    """Write the next offers again, if they were written with other words; how many."""
    state = session.scalar(sa.select(SearchVocabulary).with_for_update())
    if state is None or state.digest != digest():
        state = _begin(session)
    if state.finished_at is not None:
        return 0
    after = sa.select(offer.c.id).where(offer.c.id > state.reached).order_by(offer.c.id)
    ids = list(session.scalars(after.limit(BATCH)))
    changes.note(session, (("offer", key) for key in ids))
    writing.write(session, changes.take(session))
    state.reached = max(ids, default=state.reached)
    state.finished_at = now() if len(ids) < BATCH else None
    return len(ids)


def finish(session: Session) -> None:
    """Say that every row has just been written with our words."""
    _begin(session).finished_at = now()


def is_settled(session: Session) -> bool:
    """Whether every offer answers to our words."""
    state = session.scalar(sa.select(SearchVocabulary))
    return state is not None and state.digest == digest() and state.finished_at is not None


def _begin(session: Session) -> SearchVocabulary:
    session.execute(sa.delete(SearchVocabulary))
    state = SearchVocabulary(digest=digest(), reached=0)
    session.add(state)
    session.flush()
    return state
