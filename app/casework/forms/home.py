"""Where the person will live: a commune, and if need be a point rounded to 100 m."""

import math
from typing import Any

from wtforms import ValidationError

from app.casework.queries import places as known
from app.extensions import db
from app.fields import Line
from search import geocoder
from search.geocoder.france import in_france
from search.geocoder.place import Place, PlaceKind

FARTHEST_KM = 10
# Under the 100 m that a home is rounded to.
CENTRE_KM = 0.05
A_COMMUNE = frozenset({PlaceKind.COMMUNE, PlaceKind.ARRONDISSEMENT})
NOT_A_POINT = "Nous n'avons pas pu lire le point choisi : cliquez de nouveau sur la carte."
ABROAD = "Ce point n'est pas en France : cliquez de nouveau sur la carte."


class HomeFields:
    """The commune suffices; `lon` and `lat` come from a click on our own map."""

    commune = Line("Commune du domicile", 120, required="Écrivez la commune où la personne vivra.")
    insee = Line("Code de la commune", 5)
    lon = Line("Longitude", 24)
    lat = Line("Latitude", 24)

    def validate_commune(self, field: Line) -> None:
        """Find the commune chosen in the list, or the only one that bears this name."""
        if field.errors:
            return
        if not known.commune_exists(db.session, self.insee.data or ""):
            self.insee.data = the_commune(field.data or "").insee_code
        point = self.point
        if point and not in_france(*point):
            raise ValidationError(ABROAD)
        if point and self.is_far(point):
            raise ValidationError(
                "Le point choisi est loin de cette commune : cliquez de nouveau sur la carte."
            )

    def is_far(self, point: tuple[float, float]) -> bool:
        """A point left from another commune would send every distance astray."""
        km = known.km_from_commune(db.session, self.insee.data or "", point)
        return km is not None and km > FARTHEST_KM

    def is_centre(self, point: tuple[float, float]) -> bool:
        """The list of communes moves the map to the centre of the one chosen; nobody clicked."""
        km = known.km_from_centre(db.session, self.insee.data or "", point)
        return km is not None and km < CENTRE_KM

    @property
    def point(self) -> tuple[float, float] | None:
        """Longitude and latitude clicked, or None; raises ValidationError when unreadable."""
        if not (self.lon.data and self.lat.data):
            return None
        try:
            lon, lat = float(self.lon.data), float(self.lat.data)
        except ValueError as error:
            raise ValidationError(NOT_A_POINT) from error
        if not (math.isfinite(lon) and math.isfinite(lat)):
            raise ValidationError(NOT_A_POINT)
        return lon, lat

    def home(self) -> dict[str, Any]:
        """The home as `actions.open_plan` takes it: a commune chosen in the list is no point."""
        point = self.point
        home = None if point and self.is_centre(point) else point
        return {"home_insee": self.insee.data, "home": home}


def the_commune(text: str) -> Place:
    """The commune a text names, or ValidationError with the nearest names."""
    places = geocoder.search(db.session, text)
    found = geocoder.find(db.session, text)
    if found and found.kind in A_COMMUNE:
        return found
    near = [place for place in places if place.kind in A_COMMUNE][:3]
    raise ValidationError(unknown(text, near))


def unknown(text: str, near: list[Place]) -> str:
    """Says that the commune is not known, and which names look like it."""
    said = f"Nous ne connaissons pas la commune « {text[:60]} »."
    if not near:
        return f"{said} Vérifiez l'orthographe, ou essayez avec le code postal."
    labels = [place.label for place in near]
    return f"{said} Vouliez-vous dire : {' ; '.join(labels)} ?"
