"""Verbs on people and their measures."""

import datetime as dt
import uuid
from typing import Required, TypedDict, Unpack

from sqlalchemy.orm import Session

from models.account import Account
from models.codes.offer import Household
from models.codes.people import ExternalSystem, MeasureType, OffenceClass, Setting, Sex
from models.person import ExternalRef, Measure, SupervisedPerson


class Identity(TypedDict, total=False):
    """Who somebody is, and with whom they live."""

    last_name: Required[str]
    first_name: Required[str]
    birth_date: Required[dt.date]
    sex: Required[Sex]
    phone: str | None
    setting: Setting
    household: Household
    has_animal: bool
    needs_pmr: bool


class MeasureTerms(TypedDict, total=False):
    """What was ordered, and since when."""

    type: Required[MeasureType]
    offence_class: OffenceClass | None
    hours_ordered: int | None
    enforceable_on: dt.date | None
    suspended_days: int


def create_person(
    session: Session,
    *,
    by: Account,
    unit_id: int,
    key: uuid.UUID | None = None,
    **identity: Unpack[Identity],
) -> SupervisedPerson:
    """Open the file of somebody whom `by` will follow; `key` makes a form sent twice open one."""
    person = SupervisedPerson(id=key or uuid.uuid4(), unit_id=unit_id, officer=by)
    correct_identity(person, **identity)
    session.add(person)
    session.flush()
    return person


def correct_identity(person: SupervisedPerson, **identity: Unpack[Identity]) -> None:
    """Write who the person is; the digest that finds the name again follows."""
    for name, value in identity.items():
        setattr(person, name, value)
    person.birth_date = identity["birth_date"].isoformat()
    person.phone = identity.get("phone") or None
    person.seal_name()


def know_as(
    session: Session, person: SupervisedPerson, *, system: ExternalSystem, value: str
) -> None:
    """Keep the person's number in another system; it replaces the one known before."""
    known = next((ref for ref in person.external_refs if ref.system is system), None)
    if known is None:
        known = ExternalRef(unit_id=person.unit_id, person=person, system=system)
        session.add(known)
    known.value = value
    session.flush()


def add_measure(
    session: Session,
    person: SupervisedPerson,
    *,
    key: uuid.UUID | None = None,
    **terms: Unpack[MeasureTerms],
) -> Measure:
    """Record a measure the person is under."""
    measure = Measure(id=key or uuid.uuid4(), unit_id=person.unit_id, person=person, **terms)
    session.add(measure)
    session.flush()
    return measure
