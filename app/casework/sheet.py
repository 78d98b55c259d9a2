"""A person's file as their page shows it."""

import datetime as dt
import uuid
from dataclasses import dataclass
from typing import Any

from geoalchemy2.shape import to_shape
from shapely.geometry import mapping
from sqlalchemy.orm import Session

from app.casework import kinds, rules
from app.casework.queries import files
from models.codes.offer import Family
from models.codes.people import Pillar, PillarStatus, PlanStatus
from models.orientation import Orientation
from models.person import Measure, SupervisedPerson
from models.placement import Placement
from models.plan import Constraint, Need, ReleasePlan


@dataclass(frozen=True)
class Sheet:
    """Everything the page reads, taken in a fixed number of queries."""

    person: SupervisedPerson
    plans: list[ReleasePlan]
    requests: list[Orientation]
    placements: dict[uuid.UUID, Placement]
    minutes: dict[uuid.UUID, tuple[int, int]]
    events: list[dict[str, Any]]

    @property
    def plan(self) -> ReleasePlan | None:
        """The plan being worked on."""
        return next((plan for plan in self.plans if plan.status is PlanStatus.OPEN), None)

    @property
    def closed(self) -> list[ReleasePlan]:
        """Plans of the past."""
        return [plan for plan in self.plans if plan.status is PlanStatus.CLOSED]


def open_sheet(session: Session, person: SupervisedPerson) -> Sheet:
    """Read the whole file of a person."""
    requests = files.requests_of(session, person)
    placements = files.placements_of(session, requests)
    return Sheet(
        person=person,
        plans=files.plans_of(session, person),
        requests=requests,
        placements=placements,
        minutes=files.minutes_of(session, list(placements.values())),
        events=files.events_of(session, person),
    )


def deadline_of(measure: Measure) -> dt.date | None:
    """The last day to do the hours of a measure, if it has hours (RULE-TIG-03)."""
    if measure.type not in rules.WITH_HOURS or measure.enforceable_on is None:
        return None
    return rules.tig_deadline(measure.enforceable_on, measure.suspended_days)


def tig_measure(person: SupervisedPerson) -> Measure | None:
    """The measure under which a TIG post is looked for: the last one that orders hours."""
    with_hours = [m for m in person.measures if m.type in rules.WITH_HOURS and m.hours_ordered]
    return max(with_hours, key=lambda m: m.enforceable_on or dt.date.min, default=None)


def measure_for(person: SupervisedPerson, family: Family) -> Measure | None:
    """The measure a need of this family is bound to."""
    return tig_measure(person) if family is Family.TIG else None


def home_of(plan: ReleasePlan) -> list[float]:
    """Longitude and latitude of the home: the point clicked, else the commune's; or nothing."""
    place = plan.home_point if plan.home_point is not None else plan.home.point
    if place is None:
        return []
    return list(to_shape(place).coords[0])


def steps_of(plan: ReleasePlan) -> list[tuple[Pillar, PillarStatus]]:
    """Every pillar in its usual order, and how far it has come."""
    known = {line.pillar: line.status for line in plan.pillars}
    return [(pillar, known.get(pillar, PillarStatus.NOT_STARTED)) for pillar in Pillar]


def kinds_of(need: Need) -> list[str]:
    """The labels of the kinds a need asks for."""
    return kinds.labels(need.family, need.kinds)


def zones_of(plan: ReleasePlan) -> list[Constraint]:
    """The zones forbidden by a plan."""
    return [constraint for constraint in plan.constraints if constraint.zone is not None]


def drawn(zones: list[Constraint]) -> dict[str, Any] | None:
    """Zones as GeoJSON, for our own map."""
    if not zones:
        return None
    shapes = [mapping(to_shape(zone.zone)) for zone in zones if zone.zone is not None]
    features = [{"type": "Feature", "properties": {}, "geometry": shape} for shape in shapes]
    return {"type": "FeatureCollection", "features": features}
