"""Forty fictional people, each written for the counsellor who follows them (row security)."""

import uuid
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.acting import acting_as
from app.casework import actions
from models.account import Account
from models.codes.people import ExternalSystem, Setting
from models.offer import Offer
from models.organization import Organization, Site
from models.person import SupervisedPerson
from models.plan import Need
from seeds.demo import accounts
from seeds.demo.drawing import Drawn
from seeds.demo.offers import title
from seeds.demo.past import Past, sort_mail
from seeds.demo.plans import plant_measure, plant_needs, plant_plan
from seeds.demo.reading import read, typed
from seeds.demo.telling import tell
from seeds.demo.told import Told
from seeds.demo.voices import Voices

SPACE = uuid.UUID("6d61696c-6c61-4765-8000-000000000000")
# Days before the first hold, and from today, when a plan was opened or closed.
PREPARED, CLOSED = 12, -9
SAID = ("sex", "setting", "household", "has_animal")


def plant_people(session: Session) -> str:
    """Those who are not there yet, one transaction each; says how many, or nothing."""
    planted = 0
    for key, people in read("people").items():
        officer_id = accounts.known(session)[key].id
        session.commit()
        with acting_as(officer_id):
            for entry in people:
                planted += plant_person(session, entry, officer_id)
                session.commit()
    if planted:
        sort_mail(session)
    return f"{planted} personnes suivies" if planted else ""


def key_of(name: str) -> uuid.UUID:
    """The same person has the same key at each planting."""
    return uuid.uuid5(SPACE, name)


def plant_person(session: Session, entry: dict[str, Any], officer_id: int) -> bool:
    """One person with plan, needs and requests, unless already there."""
    if session.get(SupervisedPerson, key_of(entry["name"])):
        return False
    past, officer = Past(session, entry["name"]), session.get_one(Account, officer_id)
    person = _person(session, entry, officer)
    measure = plant_measure(session, person, entry["measure"])
    plan = plant_plan(session, person, entry)
    asked = plant_needs(session, plan, measure, entry)
    told = [_told(session, need, request, officer) for need, request in asked]
    first = min([one.since for one in told], default=-2)
    past.happened(first - PREPARED, person, plan, *plan.needs)
    for one in told:
        tell(one, past)
    if entry.get("closed"):
        actions.close_plan(plan)
        past.happened(CLOSED, plan)
    return True


def _person(session: Session, entry: dict[str, Any], officer: Account) -> SupervisedPerson:
    first_name, _, last_name = entry["name"].rpartition(" ")
    unit_id = officer.memberships[0].unit_id
    assert unit_id is not None
    said = {"sex": "M"} | {name: entry[name] for name in SAID if name in entry}
    person = actions.create_person(
        session,
        by=officer,
        unit_id=unit_id,
        last_name=last_name,
        first_name=first_name,
        birth_date=entry["born"],
        phone=Drawn(entry["name"]).mobile(),
        key=key_of(entry["name"]),
        **typed(SupervisedPerson, said),
    )
    _number(session, person)
    return person


def _number(session: Session, person: SupervisedPerson) -> None:
    """The number under which the prison, or APPI outside, would know the person."""
    is_inside = person.setting is Setting.CUSTODY
    system = ExternalSystem.GENESIS_ECROU_CURRENT if is_inside else ExternalSystem.APPI_FILE
    number = Drawn(person.full_name).dice.randint(10_000, 99_999)
    actions.know_as(session, person, system=system, value=str(number))


def _told(session: Session, need: Need, asked: dict[str, Any], officer: Account) -> Told:
    offer = offer_at(session, asked["offer"])
    return Told(
        session=session,
        need=need,
        lot=offer.lots[asked.get("lot", 0)],
        officer=officer,
        host=Voices(session).of(offer, heard_by=officer),
        asked=asked,
    )


def offer_at(session: Session, name: str) -> Offer:
    """The offer said as « kind @ host »."""
    key, _, where = name.partition(" @ ")
    at_host = (Organization.legal_name == where) & Offer.title.startswith(title(key, ""))
    query = select(Offer).join(Offer.site).join(Site.organization).join(Site.commune)
    return session.scalars(query.where(at_host | (Offer.title == title(key, where)))).one()
