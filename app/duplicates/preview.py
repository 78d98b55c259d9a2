"""All that a merge would move, and what a split would give back, counted before anybody presses."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.duplicates.fields import Record
from app.duplicates.references import references, table_of
from app.duplicates.scope import level_of, offers_of
from app.filters import plural
from models.capacity import LIVE_STATES, PlaceClaim, PlaceLot
from models.offer import Offer
from models.organization import Contact, Site

# What each table holds, one and many; a table without words here is said in general.
WORDS = {
    "accounts.membership": ("compte de partenaire", "comptes de partenaires"),
    "accounts.invitation": ("invitation envoyée", "invitations envoyées"),
    "directory.accreditation": ("habilitation ou convention", "habilitations ou conventions"),
    "directory.audience_rule": ("description du public accueilli", "descriptions du public"),
    "directory.change": ("ligne d'historique", "lignes d'historique"),
    "directory.contact": ("contact", "contacts"),
    "directory.import_link": ("lien avec un fichier importé", "liens avec des fichiers importés"),
    "directory.mistake": ("signalement", "signalements"),
    "directory.offer": ("offre", "offres"),
    "directory.site": ("site", "sites"),
}
OTHER = ("autre élément lié", "autres éléments liés")
# What comes first, with names; the rest follows in the order of the words.
SITES, OFFERS, CONTACTS = "directory.site", "directory.offer", "directory.contact"
MOST_NAMES = 12


class Moved(NamedTuple):
    """So many rows of one kind, with the names of the first ones."""

    table: str
    number: int
    names: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """« 3 sites »."""
        return plural(self.number, *WORDS.get(self.table, OTHER))


@dataclass(frozen=True)
class Preview:
    """What a record would bring: rows by kind, and the claims on its places."""

    moved: list[Moved]
    live_claims: int
    past_claims: int

    def number(self, table: str) -> int:
        """How many rows of this table."""
        return sum(one.number for one in self.moved if one.table == table)


def read(session: Session, absorbed: Record) -> Preview:
    """Count it; one query by kind, however many rows there are."""
    named = [_named(session, SITES, _sites(absorbed)), _named(session, OFFERS, _offers(absorbed))]
    rest = [*_counted(session, absorbed), *_contacts(session, absorbed)]
    moved = [one for one in (*named, *sorted(rest, key=lambda one: one.words)) if one.number]
    return Preview(moved, *_claims(session, absorbed))


def _counted(session: Session, absorbed: Record) -> list[Moved]:
    """Rows that refer to the record; sites and offers are told with their names."""
    return [
        Moved(str(table), _count(session, table.c[column] == absorbed.id, table))
        for table, column in references(level_of(absorbed))
        if str(table) not in (SITES, OFFERS)
    ]


def _contacts(session: Session, absorbed: Record) -> list[Moved]:
    """Those of an organization are on its sites, which they follow."""
    if isinstance(absorbed, Site):
        return []
    mine = sa.select(Site.id).where(Site.organization_id == absorbed.id)
    return [Moved(CONTACTS, _count(session, Contact.site_id.in_(mine), table_of(Contact)))]


def _count(session: Session, where: sa.ColumnElement[bool], table: sa.Table) -> int:
    return session.scalar(sa.select(sa.func.count()).select_from(table).where(where)) or 0


def _sites(absorbed: Record) -> sa.Select[Any]:
    if isinstance(absorbed, Site):
        return sa.select(Site.name).where(sa.false())
    return sa.select(Site.name).where(Site.organization_id == absorbed.id).order_by(Site.id)


def _offers(absorbed: Record) -> sa.Select[Any]:
    mine = offers_of(level_of(absorbed), absorbed.id)
    return sa.select(Offer.title).where(Offer.id.in_(mine)).order_by(Offer.title, Offer.id)


def _named(session: Session, table: str, names: sa.Select[Any]) -> Moved:
    every: Sequence[str] = session.scalars(names).all()
    return Moved(table, len(every), tuple(every[:MOST_NAMES]))


def _claims(session: Session, absorbed: Record) -> tuple[int, int]:
    """Holds and stays on its places: those under way, those that are over."""
    is_live = sa.type_coerce(PlaceClaim.state, sa.Text).in_([state.value for state in LIVE_STATES])
    number: Any = sa.func.count()
    mine = PlaceLot.offer_id.in_(offers_of(level_of(absorbed), absorbed.id))
    counted = (
        sa.select(number.filter(is_live), number.filter(~is_live))
        .select_from(PlaceClaim)
        .join(PlaceLot)
        .where(mine)
    )
    live, past = session.execute(counted).one()
    return live, past
