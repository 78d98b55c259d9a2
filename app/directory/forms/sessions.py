"""The field that holds the sessions of a course, one a line."""

import re

from wtforms import ValidationError
from wtforms.form import BaseForm

from app.directory.forms.fields import Items
from app.fields.typed import read_day
from models.offer_kinds.sessions import CourseSession, read, stored

LIKE = "03/03/2027, 12 places, 4 libres, Villeurbanne"
DAY = re.compile(r"\s*([0-9/-]+)\s*[,;:]?\s*(.*)")


class Sessions(Items):
    """Each line becomes a day, seats, seats left and a place; stored in the order of the days."""

    def post_validate(self, form: BaseForm, validation_stopped: bool) -> None:
        """Bring the lines to their stored form, or say which one is wrong."""
        if not self.errors:
            said = {self.session(line, n) for n, line in enumerate(self.data, 1)}
            self.data = sorted(map(str, said))

    def session(self, line: str, number: int) -> CourseSession:
        """One line read, or ValidationError."""
        found = DAY.fullmatch(line)
        try:
            session = read(read_day(found[1] if found else ""), found[2] if found else "")
        except ValueError as error:
            raise ValidationError(
                f"Ligne {number} : commencez par la date, par exemple {LIKE}."
            ) from error
        if (session.left or 0) > (session.seats or session.left or 0):
            raise ValidationError(f"Ligne {number} : il reste plus de places qu'il n'y en a.")
        return session

    def _value(self) -> str:
        lines = [(line, stored(line)) for line in self.data or []]
        return "\n".join(one.line(f"{one.on:%d/%m/%Y}") if one else line for line, one in lines)
