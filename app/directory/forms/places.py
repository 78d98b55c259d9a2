"""A commune as typed: found, or refused with the names that look like it."""

from collections.abc import Callable

from wtforms import ValidationError

from app.extensions import db
from search import geocoder
from search.geocoder.place import Place, PlaceKind

COMMUNES = frozenset({PlaceKind.COMMUNE, PlaceKind.ARRONDISSEMENT})


class Unplaced(ValidationError):
    """No place, or several, bear this name; `near` are those it may be."""

    def __init__(self, text: str, near: list[Place]) -> None:
        self.near = [place.label for place in near]
        super().__init__(_sentence(text, bool(near)))


def locate(text: str, wanted: Callable[[Place], bool] = lambda place: True) -> Place:
    """The place a text names, or `Unplaced`."""
    found = geocoder.find(db.session, text)
    if found and wanted(found):
        return found
    near = [place for place in geocoder.search(db.session, text) if wanted(place)]
    raise Unplaced(text, near[:5])


def is_commune(place: Place) -> bool:
    """Whether a site can stand there."""
    return place.kind in COMMUNES


def _sentence(text: str, has_neighbours: bool) -> str:
    said = f"Nous ne trouvons pas un lieu unique nommé « {text[:60]} »."
    if has_neighbours:
        return f"{said} Choisissez parmi les lieux proposés."
    return f"{said} Vérifiez l'orthographe, ou écrivez le code postal."
