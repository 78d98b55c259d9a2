"""Known sites of partners, found by their name in spite of a mistake; never a confidential one."""

from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy.orm import Session

from models.organization import Site
from models.reference import Commune
from search import vocabulary
from search.geocoder.coded import coordinates
from search.geocoder.names import LONGEST, WORDS
from search.geocoder.place import EXACT

BEGUN = 0.8
# A name that only resembles weighs less than one that is begun.
RESEMBLES = 0.7
SHORTEST_MISSPELT = 5
MOST_WORDS = 8


class KnownSite(NamedTuple):
    """A public site with its commune and its point; `score` as places have it."""

    id: int
    name: str
    address: str | None
    postal_code: str | None
    insee_code: str
    city: str
    department_code: str
    lon: float
    lat: float
    score: float


def sites(session: Session, text: str, limit: int) -> list[KnownSite]:
    """Those whose name is, or holds words that begin so; failing that, those that resemble."""
    words = [WORDS.get(word, word) for word in vocabulary.plain(text[:LONGEST])][:MOST_WORDS]
    if not words:
        return []
    said = " ".join(words)
    begun = sa.and_(*(Site.name_key.like(f"% {word}%") for word in words))
    score = sa.case((Site.name_key == f" {said}", EXACT), else_=BEGUN)
    found = _read(session, begun, score, limit)
    if found or len(said) < SHORTEST_MISSPELT:
        return found
    likeness = sa.func.word_similarity(said, Site.name_key)
    alike: Any = Site.name_key.bool_op("%>")(said)
    return _read(session, alike, likeness * RESEMBLES, limit)


def _read(session: Session, which: Any, score: Any, limit: int) -> list[KnownSite]:
    """The best of them, the shortest name first among equals."""
    columns = (
        Site.id,
        Site.name,
        Site.address,
        Site.postal_code,
        Site.insee_code,
        Commune.name.label("city"),
        Site.department_code,
        *coordinates(Site.public_point),
        sa.cast(score, sa.Float).label("score"),
    )
    found = sa.select(*columns).join(Commune, Commune.insee_code == Site.insee_code)
    found = found.where(which, ~Site.is_confidential, Site.public_point.is_not(None))
    order: Any = (sa.desc("score"), sa.func.length(Site.name), Site.id)
    return [KnownSite(*row) for row in session.execute(found.order_by(*order).limit(limit))]
