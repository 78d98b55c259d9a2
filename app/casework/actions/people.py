"""Verbs on people and their measures."""

import datetime as dt
import uuid

from sqlalchemy.orm import Session

from models.account import Account
from models.codes.offer import Household
from models.codes.people import ExternalSystem, MeasureType, OffenceClass, Setting, Sex
from models.person import ExternalRef, Measure, SupervisedPerson


def create_person(
    session: Session,
    *,
    by: Account,
    unit_id: int,
    last_name: str,
    first_name: str,
    birth_date: dt.date,
    sex: Sex,
    phone: str | None = None,
    setting: Setting = Setting.OPEN,
    household: Household = Household.SINGLE,
    has_animal: bool = False,
    needs_pmr: bool = False,
    key: uuid.UUID | None = None,
) -> SupervisedPerson:
    """Open the file of somebody whom `by` will follow; `key` makes a form sent twice open one."""
    person = SupervisedPerson(id=key or uuid.uuid4(), unit_id=unit_id, officer=by)
    correct_identity(
        person,
        last_name=last_name,
        first_name=first_name,
        birth_date=birth_date,
        sex=sex,
        phone=phone,
        setting=setting,
        household=household,
        has_animal=has_animal,
        needs_pmr=needs_pmr,
    )
    session.add(person)
    session.flush()
    return person


def correct_identity(
    person: SupervisedPerson,
    *,
    last_name: str,
    first_name: str,
    birth_date: dt.date,
    sex: Sex,
    phone: str | None,
    setting: Setting,
    household: Household,
    has_animal: bool,
    needs_pmr: bool,
) -> None:
    """Write who the person is; the digest that finds the name again follows."""
    person.last_name = last_name
    person.first_name = first_name
    person.birth_date = birth_date.isoformat()
    person.sex = sex
    person.phone = phone or None
    person.setting = setting
    person.household = household
    person.has_animal = has_animal
    person.needs_pmr = needs_pmr
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
    type: MeasureType,
    offence_class: OffenceClass | None = None,
    hours_ordered: int | None = None,
    enforceable_on: dt.date | None = None,
    suspended_days: int = 0,
) -> Measure:
    """Record a measure the person is under."""
    measure = Measure(
        unit_id=person.unit_id,
        person=person,
        type=type,
        offence_class=offence_class,
        hours_ordered=hours_ordered,
        enforceable_on=enforceable_on,
        suspended_days=suspended_days,
    )
    session.add(measure)
    session.flush()
    return measure
