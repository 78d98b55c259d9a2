"""The sessions of a course (domain §4.4): a day, its seats, those left, a place; one a line."""

import datetime as dt
import re
from dataclasses import dataclass

SEATS = re.compile(r"(\d{1,3}) places?")
LEFT = re.compile(r"(\d{1,3}) (?:places? )?(?:libres?|restantes?)")
FULL = "complet"


@dataclass(frozen=True)
class CourseSession:
    """One session; what nobody said is None, and nothing left is 0."""

    on: dt.date
    seats: int | None = None
    left: int | None = None
    place: str | None = None

    @property
    def details(self) -> str:
        """« 12 places, 4 libres, Villeurbanne »."""
        said = []
        if self.seats is not None:
            said.append(f"{self.seats} place{'s' if self.seats > 1 else ''}")
        if self.left is not None:
            said.append(f"{self.left} libre{'s' if self.left > 1 else ''}" if self.left else FULL)
        return ", ".join([*said, *filter(None, [self.place])])

    def line(self, day: str) -> str:
        """Its day as asked, then the rest."""
        return f"{day}, {self.details}" if self.details else day

    def __str__(self) -> str:
        return self.line(self.on.isoformat())


def read(on: dt.date, rest: str) -> CourseSession:
    """A session from its day and what follows on its line, in any order."""
    seats = left = None
    place = []
    for part in filter(None, re.split(r"\s*[,;]\s*", rest.strip())):
        said = part.lower()
        if found := LEFT.fullmatch(said):
            left = int(found[1])
        elif found := SEATS.fullmatch(said):
            seats = int(found[1])
        elif said == FULL:
            left = 0
        else:
            place.append(part)
    return CourseSession(on, seats, left, ", ".join(place) or None)


def stored(line: str) -> CourseSession | None:
    """A stored line read back; None for one that was written before they had a form."""
    day, _, rest = line.partition(",")
    try:
        return read(dt.date.fromisoformat(day.strip()), rest)
    except ValueError:
        return None
