"""One person's file: plans and what they hold, requests, placements, hours, and the timeline."""

import uuid
from collections.abc import Sequence
from typing import Any

from sqlalchemy import CompoundSelect, Select, func, select
from sqlalchemy.orm import Session, joinedload, lazyload, selectinload

from models.codes.journey import OrientationStatus
from models.follow import WorkSession
from models.orientation import Orientation, OrientationEvent
from models.person import SupervisedPerson
from models.placement import Placement, PlacementEvent
from models.plan import Need, ReleasePlan


def with_measures(people: Select[Any]) -> Select[Any]:
    """People with what their page always shows."""
    return people.options(
        selectinload(SupervisedPerson.measures),
        selectinload(SupervisedPerson.external_refs),
        joinedload(SupervisedPerson.unit),
    )


def with_parts(plans: Select[Any]) -> Select[Any]:
    """Plans with everything they hold."""
    needs = selectinload(ReleasePlan.needs)
    return plans.options(
        needs.lazyload(Need.plan),
        needs.lazyload(Need.measure),
        selectinload(ReleasePlan.constraints),
        selectinload(ReleasePlan.pillars),
        selectinload(ReleasePlan.proofs),
    )


def plans_of(session: Session, person: SupervisedPerson) -> list[ReleasePlan]:
    """Every plan of the person, the newest first."""
    plans = with_parts(select(ReleasePlan)).options(lazyload(ReleasePlan.person))
    own = plans.where(
        ReleasePlan.unit_id == person.unit_id, ReleasePlan.person_id == person.id
    ).order_by(ReleasePlan.created_at.desc(), ReleasePlan.id)
    return list(session.scalars(own).unique())


def requests_of(session: Session, person: SupervisedPerson) -> list[Orientation]:
    """Every request made for the person, the newest first."""
    own = (
        select(Orientation)
        .where(Orientation.unit_id == person.unit_id, Orientation.person_id == person.id)
        .options(lazyload(Orientation.unit))
        .order_by(Orientation.created_at.desc(), Orientation.id)
    )
    return list(session.scalars(own).unique())


def placements_of(session: Session, requests: Sequence[Orientation]) -> dict[uuid.UUID, Placement]:
    """The placements that followed, by orientation."""
    own = (
        select(Placement)
        .where(Placement.orientation_id.in_([request.id for request in requests]))
        .options(lazyload(Placement.orientation))
    )
    return {placement.orientation_id: placement for placement in session.scalars(own)}


def minutes_of(
    session: Session, placements: Sequence[Placement]
) -> dict[uuid.UUID, tuple[int, int]]:
    """Minutes entered and minutes validated, by placement."""
    validated = func.sum(WorkSession.minutes).filter(WorkSession.validated_at.is_not(None))
    total = (
        select(
            WorkSession.placement_id,
            func.sum(WorkSession.minutes),
            func.coalesce(validated, 0),
        )
        .where(WorkSession.placement_id.in_([placement.id for placement in placements]))
        .group_by(WorkSession.placement_id)
    )
    return {key: (entered, done) for key, entered, done in session.execute(total)}


def events_of(session: Session, person: SupervisedPerson) -> list[dict[str, Any]]:
    """Every move of every request and placement, the newest first, as the timeline shows them."""
    moves = _moves(person).order_by("happened_at", "id")
    lines = [
        {
            "when": row.happened_at,
            "who": row.who,
            "what": f"{row.title} : {row.what}",
            "note": row.note,
        }
        for row in session.execute(moves)
    ]
    return lines[::-1]


def _moves(person: SupervisedPerson) -> CompoundSelect[Any]:
    # Indexes are led by the unit: saying whose the lines are spares reading all those of the unit.
    title = Orientation.offer_title
    ours = (Orientation.unit_id == person.unit_id, Orientation.person_id == person.id)
    asked = (
        select(*_line(OrientationEvent, title))
        .join(Orientation, Orientation.id == OrientationEvent.orientation_id)
        .where(*ours, OrientationEvent.unit_id == person.unit_id)
    )
    placed = (
        select(*_line(PlacementEvent, title))
        .join(Placement, Placement.id == PlacementEvent.placement_id)
        .join(Orientation, Orientation.id == Placement.orientation_id)
        .where(*ours, PlacementEvent.unit_id == person.unit_id)
    )
    return asked.union_all(placed)


def _line(event: Any, title: Any) -> tuple[Any, ...]:
    return (event.id, event.happened_at, event.who, event.what, event.note, title.label("title"))


def live_requests(session: Session, plan: ReleasePlan) -> int:
    """Requests of the plan that still wait for something."""
    waiting = (
        OrientationStatus.DRAFT,
        OrientationStatus.SENT,
        OrientationStatus.WAITLISTED,
        OrientationStatus.ACCEPTED,
    )
    count = select(func.count(Orientation.id)).where(
        Orientation.unit_id == plan.unit_id,
        Orientation.plan_id == plan.id,
        Orientation.status.in_(waiting),
    )
    return session.scalar(count) or 0
