"""Who asks, where and with which words."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

import sqlalchemy as sa

from bench.country.dice import Dice
from bench.measuring.pages import Sessions
from models.codes.access import Role
from models.codes.offer import Family

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
    SELECT account.id, account.fs_uniquifier FROM accounts.account
    JOIN accounts.membership ON account_id = account.id
    WHERE role = :role ORDER BY account.id LIMIT 1
"""


class Town(NamedTuple):
    """A commune one looks around, alone to bear its name."""

    name: str
    lon: float
    lat: float


@dataclass(frozen=True)
class Asker:
    """Reads one generated country to ask questions about what is there."""

    connection: sa.Connection
    sessions: Sessions

    def rows(self, query: str, **values: Any) -> list[Any]:
        """What the country says, as the superuser."""
        return list(self.connection.execute(sa.text(query), values))

    def of(self, role: Role) -> str:
        """The session of somebody in this role."""
        ((account, uniquifier),) = self.rows(STAFF, role=role.value)
        return self.sessions.of(account, uniquifier)

    @cached_property
    def counsellor(self) -> str:
        """The session of somebody who looks for places."""
        return self.of(Role.CPIP)

    def pairs(self, dice: Dice) -> list[tuple[Town, tuple[str, Family]]]:
        """Half of the questions are asked in the ten largest towns, where there is most."""
        towns = [Town(*row) for row in self.rows(COMMUNES, many=400)]
        drawn = [*dice.choices(towns[:10], k=DOZENS // 2), *dice.sample(towns[10:], DOZENS // 2)]
        return [(town, WORDS[place % len(WORDS)]) for place, town in enumerate(drawn)]
