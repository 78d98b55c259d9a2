"""What is said of a site: where it is, how to get in."""

import math
from typing import Any

from flask_wtf import FlaskForm
from wtforms import BooleanField, ValidationError

from app.directory.forms.fields import Clock, Email, Phone, Website
from app.directory.forms.places import Unplaced, is_commune, locate
from app.directory.forms.streets import giving_away
from app.directory.queries import km_from_commune
from app.directory.standing import Standing
from app.extensions import db
from app.fields import Line, Whole, one_of
from models.codes.organization import PmrAccess, PointPrecision
from search.geocoder.france import in_france

FARTHEST_KM = 15
AT_TOWN_HALL_KM = 0.2
NOT_FRANCE = "Ce point n'est pas en France : cliquez de nouveau sur la carte."
Point = tuple[float, float]


class SiteForm(FlaskForm):
    """`lon` and `lat` come from a click on our own map; without them, the commune's point.

    `here` is where a known site stands: its point stays as it is until somebody touches it.
    """

    name = Line("Nom du site", 150, required="Écrivez le nom du site.")
    is_confidential = BooleanField("Adresse confidentielle")
    address = Line("Adresse", 200)
    commune = Line("Commune", 120, required="Écrivez la commune du site.")
    postal_code = Line("Code postal", 5)
    lon = Line("Longitude", 24)
    lat = Line("Latitude", 24)
    phone = Phone("Téléphone", 30)
    email = Email("Courriel", 120)
    pmr_access = one_of(PmrAccess, "Accès en fauteuil roulant", default=PmrAccess.UNKNOWN)
    accessibility_url = Website("Page Acceslibre du lieu", 300)
    nearest_stop = Line("Arrêt le plus proche", 120)
    nearest_stop_walk_min = Whole("Minutes à pied", 0, 120, "Écrivez de 0 à 120 minutes.")
    last_service_time = Clock("Dernier passage")
    is_car_needed = BooleanField("Une voiture est nécessaire pour venir")

    insee_code: str | None = None
    near: list[str] = []
    here: Standing | None = None

    def validate_name(self, field: Line) -> None:
        """A name is everybody's to read: that of a confidential site says nothing of its street."""
        if not (self.is_confidential.data and field.data and self.address.data):
            return
        if told := giving_away(field.data, self.address.data, self.commune.data or ""):
            raise ValidationError(
                f"Ce nom donne un mot de l'adresse confidentielle : « {told} ». Changez-le."
            )

    def validate_postal_code(self, field: Line) -> None:
        """Five digits."""
        if field.data and not (len(field.data) == 5 and field.data.isdigit()):
            raise ValidationError("Un code postal a 5 chiffres.")

    def validate_commune(self, field: Line) -> None:
        """A commune, and a point that lies in France and not far from it."""
        if not field.data or field.errors:
            return
        try:
            place = locate(field.data, is_commune)
        except Unplaced as refusal:
            self.near = refusal.near
            raise
        self.insee_code = place.insee_code
        self.postal_code.data = self.postal_code.data or place.postal_code or ""
        self.check_point()

    def check_point(self) -> None:
        """A point left from another commune would send every distance astray."""
        point = self.point
        if point is None or self.is_untouched:
            return
        if not in_france(*point):
            raise ValidationError(NOT_FRANCE)
        if (self.km_away(point) or 0) > FARTHEST_KM:
            raise ValidationError(
                "Le point choisi est loin de cette commune : cliquez de nouveau sur la carte."
            )

    def km_away(self, point: Point) -> float | None:
        """Kilometres from the commune's own point."""
        km: float | None = db.session.scalar(km_from_commune(self.insee_code or "", point))
        return km

    @property
    def point(self) -> Point | None:
        """Longitude and latitude clicked, or None; raises ValidationError when unreadable."""
        if not (self.lon.data and self.lat.data):
            return None
        try:
            lon, lat = float(self.lon.data), float(self.lat.data)
        except ValueError as error:
            raise ValidationError(NOT_FRANCE) from error
        if not (math.isfinite(lon) and math.isfinite(lat)):
            raise ValidationError(NOT_FRANCE)
        return lon, lat

    @property
    def is_untouched(self) -> bool:
        """The point of a known site, sent back, and not to be judged anew in this commune."""
        if self.here is None or self.point not in (None, self.here.point):
            return False
        return self.here.stays_in(self.insee_code) or not self.here.is_precise

    @property
    def placed(self) -> tuple[Point | None, PointPrecision]:
        """The site's own point and how exact it is; None for that of its commune."""
        point = self.point
        if self.here and self.is_untouched:
            is_kept = self.here.stays_in(self.insee_code)
            return (self.here.point if is_kept else None), self.here.precision
        # The commune's own point is no more precise than the commune.
        if point and (self.km_away(point) or 0) < AT_TOWN_HALL_KM:
            point = None
        return point, PointPrecision.STREET

    def terms(self) -> dict[str, Any]:
        """As the verbs take them."""
        point, precision = self.placed
        left_out = ("csrf_token", "commune", "lon", "lat")
        said = {field.name: field.data for field in self if field.name not in left_out}
        return {name: None if value == "" else value for name, value in said.items()} | {
            "insee_code": self.insee_code,
            "lon": point and point[0],
            "lat": point and point[1],
            "precision": precision,
            "last_service_time": self.last_service_time.time,
        }
