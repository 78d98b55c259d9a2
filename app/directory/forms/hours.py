"""Opening hours: seven days, holidays and closed periods; or the OpenStreetMap syntax itself."""

from typing import Any

from flask_wtf import FlaskForm
from wtforms import BooleanField, HiddenField, ValidationError

from app.directory.week import unread_from
from app.fields import Day, Line
from app.filters import DAYS, short_day
from app.hours.closing import Closed
from app.hours.syntax import Hours, read, write
from app.hours.typed import Ranges, read_ranges, write_ranges
from models.base import today

EXAMPLE = "Exemple : Mo-Fr 08:30-12:00,13:30-17:00; PH off"
NO_DAY = "Écrivez d'abord les heures d'un jour au moins."
LONGEST = 500
PERIODS = range(1, 6)
SHOWN = 40
SPARE = 2


class OfDay(Line):
    """The hours of one day, as « 8h30-12h, 13h30-17h »."""

    ranges: Ranges = ()

    def __init__(self, label: str, **kwargs: Any) -> None:
        super().__init__(label, 80, **kwargs)

    def post_validate(self, form: Any, validation_stopped: bool) -> None:
        """Read them, or say in French what cannot be read."""
        if self.errors:
            return
        try:
            self.ranges = read_ranges(self.data or "")
        except ValueError as error:
            raise ValidationError(str(error)) from error


class HoursForm(FlaskForm):
    """The simple way; each day and each closed period is a field of its own."""

    ecriture = HiddenField(default="jours")
    feries = BooleanField("Fermé les jours fériés")

    @classmethod
    def of(cls, text: str | None) -> "HoursForm | None":
        """The form filled with hours already known; None when it cannot say them."""
        known = read(text) if text else Hours(((),) * 7, is_closed_on_holidays=True)
        if known is None:
            return None
        coming = [one for one in known.closed if one.last >= today()]
        # The form has no place for why a door is shut: it would be lost.
        if len(coming) > len(PERIODS) or any(one.comment for one in coming):
            return None
        values: dict[str, Any] = {"feries": known.is_closed_on_holidays}
        for name, ranges in zip(DAYS, known.days, strict=True):
            values[name] = write_ranges(ranges)
        for number, one in zip(PERIODS, coming, strict=False):
            values |= {f"du_{number}": one.first, f"au_{number}": one.last}
        return cls(formdata=None, data=values)

    @property
    def days(self) -> list[OfDay]:
        """Monday first."""
        return [self[name] for name in DAYS]

    @property
    def periods(self) -> list[tuple[Any, Any]]:
        """First and last day of each closed period."""
        return [(self[f"du_{number}"], self[f"au_{number}"]) for number in PERIODS]

    @property
    def shown_periods(self) -> list[tuple[Any, Any]]:
        """Those filled, and two more."""
        filled = [
            at
            for at, ends in enumerate(self.periods, 1)
            if any(one.raw_data or one.data for one in ends)
        ]
        return self.periods[: (filled[-1] if filled else 0) + SPARE]

    def validate(self, extra_validators: Any = None) -> bool:
        """Each field by itself, then the ends of periods, then that something opens at all."""
        is_valid = bool(super().validate(extra_validators))
        for first, last in self.periods:
            if first.data and last.data and last.data < first.data:
                last.errors = [f"La fin doit être après le début ({short_day(first.data)})."]
                is_valid = False
        if is_valid and self.closed and not any(one.ranges for one in self.days):
            self.days[0].errors = [NO_DAY]
            is_valid = False
        return is_valid

    @property
    def closed(self) -> tuple[Closed, ...]:
        """The periods written, one day alone being both ends."""
        ends = [(first.data or last.data, last.data or first.data) for first, last in self.periods]
        return tuple(Closed(first, last) for first, last in ends if first and last)

    @property
    def text(self) -> str | None:
        """As they are stored; None when no day is open, since nobody said when it opens."""
        ranges = tuple(one.ranges for one in self.days)
        return write(Hours(ranges, bool(self.feries.data), self.closed)) if any(ranges) else None


for name in DAYS:
    setattr(HoursForm, name, OfDay(name.capitalize()))
for number in PERIODS:
    setattr(HoursForm, f"du_{number}", Day(f"Fermeture {number} : du"))
    setattr(HoursForm, f"au_{number}", Day(f"Fermeture {number} : au"))


class SyntaxForm(FlaskForm):
    """The syntax itself, for what the simple way cannot say."""

    ecriture = HiddenField(default="osm")
    opening_hours = Line("Horaires d'ouverture", LONGEST)

    def validate_opening_hours(self, field: Line) -> None:
        """What cannot be read cannot be shown by the day."""
        if field.data and (place := unread_from(field.data)):
            rest = field.data[place - 1 : place - 1 + SHOWN]
            where = f"à partir de « {rest} »" if rest else "à la fin"
            raise ValidationError(f"Ces horaires ne se lisent pas {where}. {EXAMPLE}")

    @property
    def text(self) -> str | None:
        """As they are stored."""
        return self.opening_hours.data or None
