"""What binds a plan: contacts to avoid, zones, the owner's agreement; never why."""

from shapely import Polygon
from wtforms import HiddenField, ValidationError

from app.casework import rules
from app.casework.zones import UnusableZone, read_zone
from app.fields import Day, several_of, visible
from models.base import today
from models.codes.offer import ContactFlag


class ZoneField(HiddenField):
    """A GeoJSON polygon drawn on our map; `polygon` is what it holds."""

    polygon: Polygon | None = None

    def process_formdata(self, valuelist: list[str]) -> None:
        """A zone that is refused stays on the map, to be mended there."""
        self.data = visible(valuelist[0]).strip() if valuelist else ""
        if self.data:
            self.polygon = self.read(self.data)

    def read(self, typed: str) -> Polygon:
        """The polygon, or ValueError with its sentence."""
        try:
            return read_zone(typed)
        except UnusableZone as error:
            raise ValueError(str(error)) from error


class BoundsFields:
    """The reason is written nowhere: it would be the offence."""

    avoided = several_of(ContactFlag, "À éviter")
    zone_geojson = ZoneField("Zone interdite")
    owner_agreement_on = Day("Accord écrit du bailleur ou de l'hébergeant obtenu le")

    def validate_owner_agreement_on(self, field: Day) -> None:
        """An agreement already written, not one hoped for (RULE-HOU-02)."""
        refused = field.data and rules.refuse_obtained(field.data, today())
        if refused:
            raise ValidationError(refused)
