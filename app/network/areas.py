"""Two fields that say where: a territory by level and code, a rectangle of the map."""

import math
import re
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session
from wtforms import StringField

from app.extensions import db
from models.reference import Commune, Department, Epci, Region
from search.network.filters import Box
from search.network.territory import Level, Territory

WRITTEN = re.compile(r"(region|departement|epci|commune)-([0-9AB]{1,9})", re.ASCII)
NAMES: dict[Level, tuple[Any, Any]] = {
    Level.REGION: (Region.code, Region.name),
    Level.DEPARTMENT: (Department.code, Department.name),
    Level.EPCI: (Epci.siren, Epci.name),
    Level.COMMUNE: (Commune.insee_code, Commune.name),
}
UNKNOWN = "Nous ne connaissons pas ce territoire : choisissez-en un dans la liste."
UNREADABLE = "Cette zone n'est pas lisible : ouest, sud, est et nord, en degrés."
LIMITS = (180.0, 90.0, 180.0, 90.0)


class TerritoryField(StringField):
    """« departement-69 », « epci-200046977 », « france »; its data is a `Territory`."""

    data: Any

    def process_data(self, value: Any) -> None:
        self.data = value if isinstance(value, Territory) else Territory()

    def process_formdata(self, valuelist: list[Any]) -> None:
        typed = valuelist[0].strip() if valuelist else ""
        if not typed:
            return
        self.data = Territory()
        if typed == Level.FRANCE:
            return
        found = known(db.session, typed)
        if found is None:
            raise ValueError(UNKNOWN)
        self.data = found


class ZoneField(StringField):
    """« ouest,sud,est,nord » in degrees, as a `Box`; west may be past east."""

    data: Any

    def process_formdata(self, valuelist: list[Any]) -> None:
        typed = valuelist[0].strip() if valuelist else ""
        self.data = read(typed) if typed else None


def known(session: Session, written: str) -> Territory | None:
    """The territory a link names, with its name."""
    match = WRITTEN.fullmatch(written)
    if match is None:
        return None
    level, code = Level(match[1]), match[2]
    key, name = NAMES[level]
    label = session.scalar(sa.select(name).where(key == code))
    return None if label is None else Territory(level, code, label)


def written(territory: Territory) -> str:
    """The territory as a link names it."""
    return f"{territory.level}-{territory.code}" if territory.code else Level.FRANCE.value


def read(typed: str) -> Box:
    """A rectangle, or ValueError with a French sentence; the whole world is a rectangle too."""
    try:
        numbers = [float(part) for part in typed.split(",")]
    except ValueError:
        raise ValueError(UNREADABLE) from None
    fits = len(numbers) == 4 and all(
        math.isfinite(number) and abs(number) <= limit
        for number, limit in zip(numbers, LIMITS, strict=False)
    )
    if not fits or numbers[1] > numbers[3]:
        raise ValueError(UNREADABLE)
    return Box(*numbers)
