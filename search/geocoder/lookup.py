"""A text to places: read it, look it up, keep the best of each reading."""

from sqlalchemy.orm import Session

from search.geocoder.coded import by_code
from search.geocoder.named import Match, in_departments, near_name
from search.geocoder.place import Place
from search.geocoder.reading import Reading, code_in, readings

MOST = 20
WORTH = 0.6


def search(session: Session, text: str, limit: int = 8) -> list[Place]:
    """The places a text may mean, best first, from none to `limit`.

    A misspelt name gives its likely neighbours; a text like nothing gives none.
    """
    most = min(limit, MOST)
    code = code_in(text)
    if code:
        return by_code(session, code, most)
    return worth_showing(by_name(session, text, most))[:most]


def by_name(session: Session, text: str, limit: int) -> list[Place]:
    """The places that start with a name read, else those that hold or resemble one."""
    understood = [*readings(text), *in_departments(session, text)]
    for match in (Match.STARTS, Match.RESEMBLES):
        places = matching(session, [one for one in understood if one.name], match, limit)
        if places:
            return places
    return []


def matching(session: Session, understood: list[Reading], match: Match, limit: int) -> list[Place]:
    """The places of the first reading that names one exactly, else those of every reading."""
    places: list[Place] = []
    for reading in understood:
        found = list(near_name(session, reading, match, limit))
        if any(place.is_exact for place in found):
            return found
        places += found
    return places


def find(session: Session, text: str) -> Place | None:
    """The one place a text names exactly, or None when none or several bear that name."""
    places = search(session, text)
    if not places or not places[0].is_exact:
        return None
    best = [place for place in places if place.score == places[0].score]
    return best[0] if len(best) == 1 else None


def worth_showing(places: list[Place]) -> list[Place]:
    """Best first and each place once, without those that fit far less well than the best."""
    ordered = sorted(places, key=lambda place: (-place.score, -(place.population or 0)))
    least = ordered[0].score * WORTH if ordered else 0
    best: dict[str, Place] = {}
    for place in ordered:
        best.setdefault(place.label, place)
    return [place for place in best.values() if place.score >= least]
