"""What somebody may be about to type: a partner, a kind of offer, a commune, a word we know."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from search.suggesting.kinds import Kind, kinds
from search.suggesting.mending import mended
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


NOTHING = Suggested()


def suggest(session: Session, text: str) -> Suggested:
    """What a text begins, else what it would without one typing mistake in a word.

    Nothing of it is kept, and a confidential site is in none of it.
    """
    said = text[:LONGEST]
    words = plain(said)[:MOST_WORDS]
    if sum(map(len, words)) < SHORTEST:
        return NOTHING
    added.follow(session)
    found = _begun(session, said, words)
    if found != NOTHING or (meant := mended(session, said, words)) is None:
        return found
    return _begun(session, meant, plain(meant)[:MOST_WORDS])


def _begun(session: Session, said: str, words: list[str]) -> Suggested:
    return Suggested(
        kinds=tuple(kinds(session, words)),
        terms=tuple(terms(words)),
        partners=tuple(partners(session, words)),
        towns=tuple(towns(session, said)),
    )
