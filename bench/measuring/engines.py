"""What answers inside the process: search, matching, availability, holds, as the web role."""

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any, NamedTuple
from uuid import UUID

import sqlalchemy as sa

from app.acting import ActingSession, acting_as
from app.claims.actions import hold
from app.claims.availability import availability, window
from app.config import Settings
from app.matching.searching import search as match
from bench.measuring.clients import Ask
from models.base import today
from models.capacity import PlaceLot
from models.plan import Need
from models.secret import keyring
from search.engine import SearchRequest
from search.postgresql import PostgreSQLEngine

HALF_A_YEAR = dt.timedelta(days=183)
# Nobody claims anything so far ahead: what is held then is easily taken away again.
FAR = dt.date(2090, 1, 1)
Inside = Callable[[ActingSession, Any], object]


class Asked(NamedTuple):
    """A need, and the account that looks for its places."""

    account: int
    need: UUID


class Held(NamedTuple):
    """A lot, and the unit that holds a place in it."""

    lot: int
    unit: int


def opening(settings: Settings, inside: Inside) -> Callable[[], AbstractContextManager[Ask]]:
    """Asks one function, on one connection, one transaction a question."""

    @contextmanager
    def opens() -> Iterator[Ask]:
        keyring.load(settings.encryption_keys, settings.lookup_key)
        engine = sa.create_engine(**settings.engine())

        def ask(question: Any) -> tuple[int, int]:
            with acting_as(getattr(question, "account", None)), ActingSession(engine) as session:
                answer = inside(session, question)
            return len(answer) if hasattr(answer, "__len__") else 1, len(repr(answer))

        yield ask
        engine.dispose()

    return opens


def searching(session: ActingSession, request: SearchRequest) -> object:
    """A page of the directory, with its counts."""
    return PostgreSQLEngine().search(session, request).hits


def matching(session: ActingSession, asked: Asked) -> object:
    """Every candidate of a need, judged and ranked."""
    need = session.get_one(Need, asked.need)
    found = match(session, need, today=today())
    return [one.ranked.judgement.bucket for one in found.candidates]


def free(session: ActingSession, lots: list[int]) -> object:
    """What the lots of one offer have free over six months."""
    return availability(session, lots, window(today(), today() + HALF_A_YEAR))


def holding(session: ActingSession, held: Held) -> object:
    """A place held, and committed."""
    lot = session.get_one(PlaceLot, held.lot)
    held_id = hold(session, lot, unit_id=held.unit, starts_on=FAR, ends_on=FAR).id
    session.commit()
    return held_id


def give_back(engine: sa.Engine) -> None:
    """Take away the claims that `holding` made."""
    with engine.begin() as connection:
        away = "DELETE FROM directory.place_claim WHERE lower(during) = :far"
        connection.execute(sa.text(away), {"far": FAR})
