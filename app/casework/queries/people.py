"""The people a counsellor follows, in order of their names, which only this process can read."""

import datetime as dt
import uuid
from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from app.casework.situation import Situation
from models.account import Account
from models.codes.journey import OrientationStatus, PlacementStatus
from models.codes.people import PlanStatus
from models.orientation import Orientation
from models.person import SupervisedPerson
from models.placement import Placement
from models.plan import Need, ReleasePlan
from models.secret import fold, keyring

PAGE = 50


class Name(NamedTuple):
    """Somebody's name, folded; names sort as a French list does."""

    last: str
    first: str
    id: uuid.UUID

    def answers(self, typed: Sequence[str]) -> bool:
        """Whether each word typed begins a word of the name."""
        words = f"{self.first} {self.last}".split()
        return all(any(word.startswith(start) for word in words) for start in typed)


def followed_by(people: Select[Any], account: Account) -> Select[Any]:
    """Those this counsellor follows personally."""
    return people.where(SupervisedPerson.officer_id == account.id)


def names(session: Session, people: Select[Any]) -> list[Name]:
    """Everybody's name, deciphered and sorted; 3,500 take some tens of milliseconds."""
    columns = (SupervisedPerson.last_name, SupervisedPerson.first_name, SupervisedPerson.id)
    rows = session.execute(people.with_only_columns(*columns))
    return sorted(Name(fold(last), fold(first), key) for last, first, key in rows)


def situations(session: Session, ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, Situation]:
    """How far each of these people is, in four queries whatever their number."""
    windows = {
        person: (earliest, latest) for person, earliest, latest in session.execute(_windows(ids))
    }
    unmet = {row[0]: row[1] for row in session.execute(_unmet(ids))}
    requests: dict[uuid.UUID, Counter[OrientationStatus]] = {key: Counter() for key in ids}
    for person, request, count in session.execute(_requests(ids)):
        requests[person][request] = count
    stays: dict[uuid.UUID, Counter[PlacementStatus]] = {key: Counter() for key in ids}
    for person, stay, count in session.execute(_stays(ids)):
        stays[person][stay] = count
    return {
        key: Situation(windows.get(key), unmet.get(key, 0), requests[key], stays[key])
        for key in ids
    }


def _windows(ids: Sequence[uuid.UUID]) -> Select[uuid.UUID, dt.date, dt.date]:
    columns = (ReleasePlan.person_id, ReleasePlan.earliest_on, ReleasePlan.latest_on)
    opened = select(*columns).where(
        ReleasePlan.person_id.in_(ids), ReleasePlan.status == PlanStatus.OPEN
    )
    return opened.order_by(ReleasePlan.created_at, ReleasePlan.id)


def _unmet(ids: Sequence[uuid.UUID]) -> Select[uuid.UUID, int]:
    return (
        select(ReleasePlan.person_id, func.count(Need.id))
        .join(Need, Need.plan_id == ReleasePlan.id)
        .where(ReleasePlan.person_id.in_(ids), ReleasePlan.status == PlanStatus.OPEN)
        .where(Need.met_at.is_(None))
        .group_by(ReleasePlan.person_id)
    )


def _requests(ids: Sequence[uuid.UUID]) -> Select[uuid.UUID, OrientationStatus, int]:
    person, status = Orientation.person_id, Orientation.status
    live = select(person, status, func.count(Orientation.id)).where(
        person.in_(ids), Orientation.closed_at.is_(None)
    )
    return live.group_by(person, status)


def _stays(ids: Sequence[uuid.UUID]) -> Select[uuid.UUID, PlacementStatus, int]:
    person, status = Orientation.person_id, Placement.status
    stays = select(person, status, func.count(Placement.id)).join(
        Placement, Placement.orientation_id == Orientation.id
    )
    live = stays.where(person.in_(ids), Placement.ended_on.is_(None))
    return live.group_by(person, status)


def is_there(session: Session, people: Select[Any], key: uuid.UUID) -> bool:
    """Whether this person exists among those."""
    wanted = people.with_only_columns(SupervisedPerson.id).where(SupervisedPerson.id == key)
    return session.scalar(wanted) is not None


def known(
    session: Session, *, unit_id: int, last_name: str, first_name: str, birth_date: dt.date
) -> uuid.UUID | None:
    """Somebody of this unit who has this name and this date of birth."""
    digest = keyring.digest(last_name, first_name, birth_date.isoformat())
    same = select(SupervisedPerson.id).where(
        SupervisedPerson.unit_id == unit_id, SupervisedPerson.name_digest == digest
    )
    return session.scalars(same.limit(1)).first()
