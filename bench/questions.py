"""What is asked: dozens of places, words and plans, read from the generated country."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any, NamedTuple
from urllib.parse import urlencode

import sqlalchemy as sa

from bench.country.dice import Dice
from bench.measuring import engines, pages
from bench.measuring.pages import Sessions
from models.base import today
from models.codes.access import Role
from models.codes.offer import Band, Family, Gender, Weekday
from search.engine import Audience, Place, SearchRequest, Window

DOZENS = 60
WORDS: list[tuple[str, Family]] = [
    ("espaces verts", Family.TIG),
    ("jardin", Family.TIG),
    ("recyclerie", Family.TIG),
    ("nettoyage", Family.TIG),
    ("hébergement", Family.LOGEMENT),
    ("résidence sociale", Family.LOGEMENT),
    ("foyer", Family.LOGEMENT),
    ("CHRS", Family.LOGEMENT),
    ("chantier", Family.EMPLOI_FORMATION),
    ("formation", Family.EMPLOI_FORMATION),
    ("addicto", Family.SANTE),
    ("psychologue", Family.SANTE),
    ("papiers", Family.DROITS),
    ("domiciliation", Family.DROITS),
    ("permis de conduire", Family.MOBILITE),
]
COMMUNES = """
    SELECT name, ST_X(point::geometry), ST_Y(point::geometry)
    FROM reference.commune WHERE point IS NOT NULL AND kind = 'COMMUNE'
    AND 1 = (SELECT count(*) FROM reference.commune AS same WHERE same.name_key = commune.name_key)
    ORDER BY population DESC NULLS LAST LIMIT :many
"""
STAFF = """
    SELECT account.id, account.fs_uniquifier, unit_id FROM accounts.account
    JOIN accounts.membership ON account_id = account.id
    WHERE role = :role ORDER BY account.id LIMIT 1
"""


class Town(NamedTuple):
    """A commune one looks around, alone to bear its name."""

    name: str
    lon: float
    lat: float


@dataclass(frozen=True)
class Questions:
    """Everything asked, of one generated country."""

    connection: sa.Connection
    sessions: Sessions

    def rows(self, query: str, **values: Any) -> list[Any]:
        """What the country says, as the superuser."""
        return list(self.connection.execute(sa.text(query), values))

    def searches(self) -> list[SearchRequest]:
        """Text, a radius and eight filters, in large towns and small ones."""
        dice, first = Dice("searches"), today() + dt.timedelta(days=7)
        asked = [
            SearchRequest(
                words=words,
                place=Place(town.lon, town.lat, town.name),
                radius_km=50,
                families=frozenset({family}),
                audience=Audience(gender=Gender.MEN, needs_pmr=True, with_animal=True),
                days=frozenset({Weekday.MON, Weekday.SAT}),
                bands=frozenset({Band.MORNING, Band.WEEKEND}),
                free_in=Window(first, first + dt.timedelta(days=30)),
                is_fresh=True,
            )
            for town, (words, family) in self._pairs(dice)
        ]
        return [replace(one, with_siao=one.families != {Family.TIG}) for one in asked]

    def search_pages(self, **others: str) -> list[pages.Asked]:
        """The same over HTTP, as the form writes its address."""
        first = today() + dt.timedelta(days=7)
        usual = {
            "rayon": "50",
            "pour": "MEN",
            "pmr": "y",
            "animal": "y",
            "moments": ["MORNING", "WEEKEND"],
            "jours": ["MON", "SAT"],
            "du": first.isoformat(),
            "au": (first + dt.timedelta(days=30)).isoformat(),
            "recent": "y",
        }
        return [
            self._search(usual | {"mots": words, "famille": family, "commune": town.name})
            for town, (words, family) in self._pairs(Dice("searches"))
        ]

    def near(self) -> list[pages.Asked]:
        """Around a commune."""
        return [self._search({"commune": town.name}) for town, _ in self._pairs(Dice("near"))]

    def near_text(self) -> list[pages.Asked]:
        """Text within 50 km."""
        return [
            self._search({"mots": words, "commune": town.name, "rayon": "50"})
            for town, (words, _) in self._pairs(Dice("near_text"))
        ]

    def text(self) -> list[pages.Asked]:
        """Text alone."""
        return [self._search({"mots": words}) for words, _ in WORDS]

    def offers(self) -> list[pages.Asked]:
        """One record."""
        found = self.rows(
            "SELECT id FROM directory.offer WHERE publication = 'PUBLISHED'"
            " AND EXISTS (SELECT FROM directory.place_lot WHERE offer_id = offer.id)"
            " ORDER BY md5(id::text) LIMIT :many",
            many=DOZENS,
        )
        return [pages.Asked(f"/offres/{key}", self.counsellor) for (key,) in found]

    def lots(self) -> list[list[int]]:
        """The lots of some offers."""
        found = self.rows(
            "SELECT array_agg(id) FROM directory.place_lot GROUP BY offer_id"
            " ORDER BY md5(offer_id::text) LIMIT :many",
            many=DOZENS,
        )
        return [lots for (lots,) in found]

    def open_lots(self, many: int) -> list[engines.Held]:
        """Lots that grant something, all over the country, each once."""
        (unit,) = self.rows("SELECT min(id) FROM accounts.unit")[0]
        found = self.rows(
            "SELECT id FROM directory.place_lot WHERE open > 0 ORDER BY md5(id::text) LIMIT :many",
            many=many,
        )
        return [engines.Held(lot, unit) for (lot,) in found]

    def needs(self) -> list[tuple[engines.Asked, str]]:
        """Needs to be met, half of them in the largest towns, and who follows these people."""
        found = self.rows(
            "SELECT need.id, officer_id, fs_uniquifier FROM casework.need"
            " JOIN casework.release_plan AS plan ON plan.id = plan_id"
            " JOIN casework.supervised_person AS person ON person.id = person_id"
            " JOIN accounts.account ON account.id = officer_id"
            " JOIN reference.commune ON insee_code = home_insee"
            " WHERE met_at IS NULL AND family IN ('TIG', 'LOGEMENT', 'EMPLOI_FORMATION', 'SANTE')"
            " ORDER BY population > 100000 DESC, md5(need.id::text) LIMIT :many",
            many=DOZENS,
        )
        return [
            (engines.Asked(account, need), self.sessions.of(account, uniquifier))
            for need, account, uniquifier in found
        ]

    def match_pages(self) -> list[pages.Asked]:
        """The page of the candidates of each need."""
        return [
            pages.Asked(f"/besoins/{asked.need}/places", cookie) for asked, cookie in self.needs()
        ]

    def person(self) -> list[pages.Asked]:
        """The longest file."""
        found = self.rows(
            "SELECT person_id, officer_id, fs_uniquifier FROM casework.orientation"
            " JOIN casework.supervised_person AS person ON person.id = person_id"
            " JOIN accounts.account ON account.id = officer_id"
            " GROUP BY 1, 2, 3 ORDER BY count(*) DESC LIMIT 1"
        )
        return [
            pages.Asked(f"/personnes/{person}", self.sessions.of(account, uniquifier))
            for person, account, uniquifier in found
        ]

    @property
    def counsellor(self) -> str:
        """The session of somebody who looks for places."""
        ((account, uniquifier, _),) = self.rows(STAFF, role=Role.CPIP.value)
        return self.sessions.of(account, uniquifier)

    def _search(self, fields: dict[str, Any]) -> pages.Asked:
        return pages.Asked(f"/annuaire?{urlencode(fields, doseq=True)}", self.counsellor)

    def _pairs(self, dice: Dice) -> list[tuple[Town, tuple[str, Family]]]:
        """Half of the questions are asked in the ten largest towns, where there is most."""
        towns = [Town(*row) for row in self.rows(COMMUNES, many=400)]
        drawn = [*dice.choices(towns[:10], k=DOZENS // 2), *dice.sample(towns[10:], DOZENS // 2)]
        return [(town, WORDS[place % len(WORDS)]) for place, town in enumerate(drawn)]
