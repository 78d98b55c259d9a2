"""Release plans, their needs and what they must avoid."""

import datetime as dt
import uuid
from typing import Any

from bench.country.dice import NOW, Dice, braces, point
from bench.country.gazetteer import Gazetteer
from bench.country.people import Person
from bench.country.sheaf import Sheaf
from models.codes.families import types_of
from models.codes.offer import Band, ContactFlag, Family, Weekday
from models.codes.people import (
    ConstraintKind,
    EmploymentStatus,
    Mobility,
    Pillar,
    PillarStatus,
)

ZONE = 0.02  # half the side of a forbidden zone, in degrees
# Plans whose pillars are stored; the page shows those of the others as not begun.
FILLED_IN = 0.1
ASKED = {
    Family.TIG: 35,
    Family.LOGEMENT: 30,
    Family.EMPLOI_FORMATION: 15,
    Family.SANTE: 12,
    Family.DROITS: 8,
}


def plan(sheaf: Sheaf, dice: Dice, gazetteer: Gazetteer, person: Person) -> uuid.UUID:
    """What is prepared for one person."""
    key, home = dice.key(), gazetteer.town_of(dice, person.department)
    earliest = dice.day(-60, 60)
    lives = dice.around(home.lon, home.lat, home.width_m)
    sheaf.add(
        "casework.release_plan",
        id=key,
        unit_id=person.unit,
        person_id=person.id,
        earliest_on=earliest,
        latest_on=earliest + dt.timedelta(days=dice.randint(30, 120)),
        home_insee=home.insee,
        home_point=point(*(round(degrees, 3) for degrees in lives)) if dice.happens(0.5) else None,
        mobility=dice.choice(list(Mobility)),
        employment=dice.choice(list(EmploymentStatus)),
        job_hours_per_week=dice.choice([0, 0, 20, 35]),
        free_days=braces(dice.choice([list(Weekday)[:5], list(Weekday), ["SAT", "SUN"]])),
        free_bands=braces(dice.choice([list(Band)[:2], list(Band)])),
        has_tag=dice.happens(0.15),
        can_drive=dice.happens(0.3),
        created_at=dice.ago(5, 300),
    )
    _constraints(sheaf, dice, person, key, (home.lon + ZONE, home.lat + ZONE))
    if dice.happens(FILLED_IN):
        pillars(sheaf, dice, person, key)
    return key


def pillars(sheaf: Sheaf, dice: Dice, person: Person, plan: uuid.UUID) -> None:
    """How far each pillar of a plan has come."""
    for pillar in Pillar:
        parts = {"pillar": pillar, "status": dice.choice(list(PillarStatus))}
        where = {"unit_id": person.unit, "plan_id": plan}
        sheaf.add("casework.plan_pillar", id=dice.key(), **where, **parts)


def _constraints(
    sheaf: Sheaf, dice: Dice, person: Person, key: uuid.UUID, centre: tuple[float, float]
) -> None:
    found: list[dict[str, Any]] = []
    if dice.happens(0.3):
        flag = dice.choice(list(ContactFlag))
        found.append({"kind": ConstraintKind.AVOID, "flag": flag})
    if dice.happens(0.15):
        found.append({"kind": ConstraintKind.EXCLUSION_ZONE, "zone": _square(*centre)})
    for constraint in found:
        where = {"unit_id": person.unit, "plan_id": key}
        sheaf.add("casework.plan_constraint", id=dice.key(), **where, **constraint)


def need(
    sheaf: Sheaf, dice: Dice, person: Person, key: uuid.UUID, family: Family, *, is_met: bool
) -> uuid.UUID:
    """One kind of place that the plan asks for."""
    made = dice.key()
    kinds = dice.sample([code.value for code in types_of(family)], dice.choice([0, 0, 2]))
    sheaf.add(
        "casework.need",
        id=made,
        unit_id=person.unit,
        plan_id=key,
        measure_id=person.measure,
        family=family,
        kinds=braces(kinds),
        radius_km=dice.choice([10, 20, 20, 30, 50]),
        max_travel_min=dice.choice([None, 45, 60]),
        created_at=dice.ago(5, 300),
        met_at=NOW if is_met else None,
    )
    return made


def _square(lon: float, lat: float) -> str:
    corners = [(-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1)]
    ring = ", ".join(f"{lon + ZONE * x} {lat + ZONE * y}" for x, y in corners)
    return f"SRID=4326;POLYGON(({ring}))"
