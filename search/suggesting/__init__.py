"""What somebody may be about to type: a partner, a kind of offer, a commune, a word we know."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from search.suggesting.kinds import Kind, kinds
from search.suggesting.partners import Partner, partners
from search.suggesting.terms import terms
from search.suggesting.towns import Town, towns
from search.vocabulary import added, plain

SHORTEST = 2
LONGEST = 120
MOST_WORDS = 8


@dataclass(frozen=True)
class Suggested:
    """A few of each, the likeliest first."""

    kinds: tuple[Kind, ...] = ()
    terms: tuple[str, ...] = ()
    partners: tuple[Partner, ...] = ()
    towns: tuple[Town, ...] = ()


def suggest(session: Session, text: str) -> Suggested:
    """What a text begins; nothing of it is kept, and a confidential site is in none of it."""
    said = text[:LONGEST]
    words = plain(said)[:MOST_WORDS]
    if sum(map(len, words)) < SHORTEST:
        return Suggested()
    added.follow(session)
    return Suggested(
        kinds=tuple(kinds(session, words)),
        terms=tuple(terms(words)),
        partners=tuple(partners(session, words)),
        towns=tuple(towns(session, said)),
    )
