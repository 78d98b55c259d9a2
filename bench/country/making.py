"""Makes the country, part by part: places, offers with their claims, then people and requests."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import sqlalchemy as sa
from psycopg import Connection

from bench.country import finishing, hosts, lots, offers, people, plans, staff
from bench.country.claims import Claimed
from bench.country.dice import Dice
from bench.country.gazetteer import Gazetteer
from bench.country.lexicon import Lexicon
from bench.country.people import Person
from bench.country.requests import LONG_FILE_REQUESTS, Requests
from bench.country.sheaf import Sheaf
from bench.country.staff import Staff
from bench.scale import Scale

OFFERS_AT_ONCE = 5_000
REQUESTS_AT_ONCE = 10_000
# Plans of people for whom nothing was asked yet: a third of everybody.
WITHOUT_REQUEST = 0.33
# What is done row by row as people work.
LATER = sa.text("""
SELECT tgrelid::regclass, tgname FROM pg_trigger
WHERE NOT tgisinternal AND (tgname LIKE 'touch_%' OR tgrelid = 'directory.place_claim'::regclass)
""")


@dataclass
class Country:
    """A country being made over one connection; `sheaf` holds what is not copied yet."""

    connection: Connection[Any]
    scale: Scale
    gazetteer: Gazetteer
    services: Staff = field(default_factory=Staff)
    sheaf: Sheaf = field(default_factory=Sheaf)
    claims: list[Claimed] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)

    def directory(self) -> Iterator[str]:
        """Units, hosts, offers, lots, reports, claims; each part said when it is there."""
        services = self.services = staff.staff(self.sheaf, self.scale, self.gazetteer)
        self.pour()
        yield f"{len(services.units)} units"
        lexicon = Lexicon([town.name for town in self.gazetteer.towns])
        sites = hosts.hosts(self.sheaf, self.scale, self.gazetteer, lexicon)
        staff.partners(self.sheaf, self.scale, sites[-1].organization)
        self.pour()
        yield f"{len(sites)} sites"
        dice = Dice("lots")
        for first in range(1, self.scale.offers + 1, OFFERS_AT_ONCE):
            last = min(first + OFFERS_AT_ONCE, self.scale.offers + 1)
            for offer in offers.offers(self.sheaf, first, last, sites, lexicon):
                claimed = lots.lots(self.sheaf, dice, offer, services)
                self.claims += [one for one in claimed if dice.happens(self.followed)]
            self.pour()
            yield f"{last - 1} offers"

    @property
    def followed(self) -> float:
        """The part of the claims that somebody's request is behind, past national volume."""
        return self.scale.share * 100_000 / self.scale.offers if self.scale.share == 1 else 1.0

    def casework(self) -> Iterator[str]:
        """People, then the requests behind the claims, then plans that wait."""
        for some in people.people(self.sheaf, self.scale, self.gazetteer, self.services):
            self.pour()
            self.people += some
            yield f"{len(self.people)} people"
        requests = Requests(self.sheaf, self.gazetteer, people.by_unit(self.people))
        yield from self.requests(requests)
        dice = Dice("waiting")
        for person in self.people:
            if dice.happens(WITHOUT_REQUEST) and person.id not in requests.plans:
                family = dice.either(plans.ASKED)
                plan = requests.plan_of(person)
                plans.need(self.sheaf, dice, person, plan, family, is_met=False)
        self.pour()
        yield f"{len(requests.plans)} plans"

    def requests(self, requests: Requests) -> Iterator[str]:
        """The year's stays and no more, with the requests that led to nothing."""
        Dice("claims").shuffle(self.claims)
        stays = [claim for claim in self.claims if claim.is_stay][: self.scale.placements]
        others = [claim for claim in self.claims if not claim.is_stay]
        first = stays[0].unit
        long = [claim for claim in stays if claim.unit == first]
        requests.lengthen(long)
        given = {claim.id for claim in long[:LONG_FILE_REQUESTS]}
        waiting = [claim for claim in (*stays, *others) if claim.id not in given]
        for number, claim in enumerate(waiting, 1):
            requests.ask(claim)
            if number % REQUESTS_AT_ONCE == 0 or number == len(waiting):
                self.pour()
                yield f"{number} requests"

    def pour(self) -> None:
        """Copy what was drawn, and commit."""
        with self.connection.cursor() as cursor:
            self.sheaf.pour(cursor)
        self.connection.commit()


def make(engine: sa.Engine, scale: Scale) -> Iterator[str]:
    """Fill a migrated database that holds the reference data.

    The directory is made ready to be searched while people are drawn: each has a core.
    """
    with engine.connect() as connection, ThreadPoolExecutor(2) as aside:
        gazetteer = Gazetteer(connection)
        raw = connection.connection.driver_connection
        assert raw is not None
        country = Country(raw, scale, gazetteer)
        guard(connection, "DISABLE")
        yield from country.directory()
        guard(connection, "ENABLE")
        finishing.check(engine)
        yield "no lot is over what it grants"
        searched = aside.submit(finishing.search_rows, engine)
        yield from country.casework()
        finishing.network(engine)
        yield "the network's copies written"
        indexes = searched.result()
        yield "search rows written"
        list(aside.map(partial(finishing.index, engine), indexes))
        yield "search rows indexed"
    finishing.settle(engine)
    yield "vacuumed and analysed"


def guard(connection: sa.Connection, verb: str) -> None:
    """Counting a lot at each claim, and marking each offer to be copied, is done once, at the end.

    Disabled, nothing tells one claim from a promise too many: `finishing.check` does.
    """
    for table, name in connection.execute(LATER).all():
        connection.execute(sa.text(f"ALTER TABLE {table} {verb} TRIGGER {name}"))
    connection.commit()
