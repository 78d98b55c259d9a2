"""Where to look: around a commune or a site, in a territory, in a shape, within some minutes."""

from typing import Any

from flask_wtf import FlaskForm
from wtforms import ValidationError

from app.directory.centres import Centre, centre
from app.directory.drawn import NotDrawn, in_wkt
from app.directory.forms.places import Unplaced, locate
from app.directory.territories import Territory, whole_of
from app.directory.travelling import farthest_km
from app.extensions import db
from app.fields import Line, Whole, one_of
from models.base import Code
from models.codes.people import Mobility
from search.engine import Place, Reach
from search.geocoder.place import Place as Found
from search.geocoder.place import PlaceKind

RADIUS_KM = 20
RADIUS = "Écrivez un rayon de 1 à 200 km."
MINUTES = "Écrivez une durée de 5 à 180 minutes."
NO_SITE = "Ce site n'est plus dans l'annuaire."
# What a browser and a server both accept in an address.
LONGEST_SHAPE = 6_000


class Extent(Code):
    """How far around the commune chosen."""

    RADIUS = "rayon", "Autour de la commune, dans le rayon"
    EPCI = "epci", "Dans toute son intercommunalité"
    DEPARTMENT = "departement", "Dans tout son département"


class Listed(Code):
    """Which of the lists of an answer is read whole."""

    COVERING = "zone", "Offres qui prennent les habitants de la commune"
    REMOTE = "distance", "Offres à distance"


REACHES = {Listed.COVERING: Reach.COVERING, Listed.REMOTE: Reach.REMOTE}
MOVING = (Mobility.WALK, Mobility.BIKE, Mobility.PUBLIC_TRANSPORT, Mobility.CAR)


class AroundFields(FlaskForm):
    """The part of France one looks at; a shape comes before a site, a site before a commune."""

    commune = Line("Commune ou code postal", 120)
    rayon = Whole("Rayon (km)", 1, 200, RADIUS)
    dans = one_of(Extent, "Étendue", default=Extent.RADIUS)
    minutes = Whole("Trajet, en minutes", 5, 180, MINUTES)
    moyen = one_of(Mobility, "Moyen de transport", among=MOVING)
    site = Whole("Autour du site", 1, 10**9, NO_SITE)
    zone = Line("Zone dessinée", LONGEST_SHAPE)
    liste = one_of(Listed, "Liste", among=tuple(Listed))

    found: Found | None = None
    centre: Centre | None = None
    shape: str | None = None
    near: list[str] = []

    def validate_commune(self, field: Line) -> None:
        """A name that is no place, or several places, is refused with what it may be."""
        if not field.data or field.errors:
            return
        try:
            self.found = locate(field.data)
        except Unplaced as refusal:
            self.near = refusal.near
            raise

    def validate_moyen(self, field: Any) -> None:
        """Minutes mean nothing without a means."""
        if self.minutes.data and not field.data:
            raise ValidationError("Choisissez le moyen de transport.")

    def validate_site(self, field: Whole) -> None:
        """A site that one may see, where it says it is."""
        if field.data and not field.errors:
            self.centre = centre(db.session, field.data)
            if self.centre is None:
                raise ValidationError(NO_SITE)

    def validate_zone(self, field: Line) -> None:
        """A shape that closes, of a size that a search can answer."""
        if not field.data or field.errors:
            return
        try:
            self.shape = in_wkt(field.data)
        except NotDrawn as refusal:
            raise ValidationError(str(refusal)) from refusal

    @property
    def radius_km(self) -> int:
        """In kilometres; twenty unless said."""
        return self.rayon.data or RADIUS_KM

    @property
    def far_km(self) -> float:
        """How far to look, told in kilometres or in minutes."""
        if self.is_timed:
            return farthest_km(self.minutes.data, self.moyen.data)
        return float(self.radius_km)

    @property
    def is_timed(self) -> bool:
        """Whether the radius is told in minutes."""
        return bool(self.minutes.data and self.moyen.data)

    @property
    def extent(self) -> Extent:
        """What is around the commune; a département is looked at whole."""
        if self.found is not None and self.found.kind is PlaceKind.DEPARTMENT:
            return Extent.DEPARTMENT
        return self.dans.data or Extent.RADIUS

    @property
    def place(self) -> Place | None:
        """Around where; a département is no point, nor is a shape."""
        if self.shape is not None:
            return None
        if self.centre is not None:
            return self.centre.place
        found = self.found
        if found is None or found.lon is None or found.lat is None:
            return None
        if self.extent is not Extent.RADIUS:
            return None
        return Place(found.lon, found.lat, found.label)

    def where(self) -> dict[str, Any]:
        """The part of a search request that says where."""
        reach = REACHES[self.liste.data] if self.liste.data else Reach.NEAR
        said = {"place": self.place, "radius_km": self.far_km, "shape": self.shape}
        if self.shape is not None:
            return said | {"reach": reach}
        if self.place is not None:
            code = self.centre.insee_code if self.centre else self.found and self.found.insee_code
            return said | {"commune_code": code, "reach": reach}
        return said | (self.territory.asked if self.territory else {})

    @property
    def territory(self) -> Territory | None:
        """What is looked at whole: the grouping, or the département when there is none."""
        if self.found is None or self.shape is not None or self.place is not None:
            return None
        return whole_of(db.session, self.found, by_grouping=self.extent is Extent.EPCI)
