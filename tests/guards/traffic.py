"""A reader and two writers that never pause, as an old release of the application at work.

They speak SQL of the first release: what they name must be there in every later one.
"""

import datetime as dt
import random
import threading
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Self

import psycopg

READ = """
SELECT offer.title, site.name, lot.label, lot.places, lot.open
FROM directory.offer JOIN directory.site ON site.id = offer.site_id
JOIN directory.place_lot AS lot ON lot.offer_id = offer.id WHERE lot.id = %(lot)s
"""
SEARCH = """
SELECT offer_id, title_key FROM directory.offer_search
WHERE words @@ to_tsquery('directory.french', 'travaux') ORDER BY offer_id LIMIT 20
"""
HOLD = """
INSERT INTO directory.place_claim (id, lot_id, unit_id, state, during, held_at, expires_at)
VALUES (%(claim)s, %(lot)s, %(unit)s, 'HELD', daterange(%(day)s, %(day)s, '[]'), now(),
    now() + interval '1 hour')
"""
RELEASE = """
UPDATE directory.place_claim SET state = 'RELEASED', ended_at = now() WHERE id = %(claim)s
"""
# As app/claims/reports.py writes: the lot first, then the offer, then what was said.
REPORT = (
    "UPDATE directory.place_lot SET claimed_at = clock_timestamp() WHERE id = %(lot)s",
    "UPDATE directory.offer SET verified_at = now() WHERE id ="
    " (SELECT offer_id FROM directory.place_lot WHERE id = %(lot)s)",
    "UPDATE directory.place_lot SET valid_until = now() + interval '7 days' WHERE id = %(lot)s",
    "INSERT INTO directory.capacity_report (lot_id, reported_at, reported_by, channel,"
    " claims_shown, answer, places, open, is_clamped, state)"
    " SELECT id, now(), 'Anne Roux', 'PHONE', '{}', 0, places, open, false, state"
    " FROM directory.place_lot WHERE id = %(lot)s",
)
FULL = "MA001"


@dataclass
class Traffic:
    """Short transactions one after the other; the longest each kind took, and what went wrong."""

    address: str
    longest: dict[str, float] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)
    done: int = 0

    def __enter__(self) -> Self:
        self.over = threading.Event()
        works = ((self.read, self.search), (self.hold,), (self.report,))
        self.started = threading.Barrier(len(works) + 1)
        self.threads = [threading.Thread(target=self.work, args=(acts,)) for acts in works]
        for thread in self.threads:
            thread.start()
        self.started.wait(timeout=30)
        return self

    def __exit__(self, *raised: object) -> None:
        self.over.set()
        for thread in self.threads:
            thread.join()

    def work(self, acts: tuple[Callable[..., None], ...]) -> None:
        """One client, over one connection; it goes on once after the migration is over."""
        with psycopg.connect(self.address) as connection:
            lots = connection.execute("SELECT id FROM directory.place_lot").fetchall()
            unit = connection.execute("SELECT min(id) FROM accounts.unit").fetchone()
            connection.commit()
            dice = random.Random(1)
            self.started.wait(timeout=30)
            is_over = False
            while not is_over:
                is_over = self.over.is_set()
                for act in acts:
                    given = {"lot": dice.choice(lots)[0], "unit": unit[0] if unit else None}
                    self.timed(act, connection, given)

    def timed(self, act: Callable[..., None], connection: Any, given: dict[str, Any]) -> None:
        """Do one thing, in its own transactions."""
        started = time.monotonic()
        try:
            act(connection, given)
        except psycopg.Error as error:
            connection.rollback()
            if error.sqlstate != FULL:
                self.wrong.append(f"{act.__name__}: {error}")
        lasted = time.monotonic() - started
        self.longest[act.__name__] = max(self.longest.get(act.__name__, 0), lasted)
        self.done += 1

    def read(self, connection: Any, given: dict[str, Any]) -> None:
        """An offer and its places."""
        connection.execute(READ, given).fetchall()
        connection.commit()

    def search(self, connection: Any, given: dict[str, Any]) -> None:
        """Twenty offers by a word."""
        connection.execute(SEARCH).fetchall()
        connection.commit()

    def hold(self, connection: Any, given: dict[str, Any]) -> None:
        """A place held, then given back."""
        day = dt.date(2031, 1, 1) + dt.timedelta(days=self.done % 3_000)
        given |= {"claim": uuid.uuid4(), "day": day}
        for statement in (HOLD, RELEASE):
            connection.execute(statement, given)
            connection.commit()

    def report(self, connection: Any, given: dict[str, Any]) -> None:
        """A host says the same again."""
        for statement in REPORT:
            connection.execute(statement, given)
        connection.commit()
