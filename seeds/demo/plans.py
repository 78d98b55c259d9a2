"""Measures, plans and needs of the people of the demonstration."""

import datetime as dt
from typing import Any

from shapely import Point, Polygon
from sqlalchemy.orm import Session

from app.casework import actions
from models.base import today
from models.codes.offer import ContactFlag, Family
from models.codes.people import OffenceClass, Proof
from models.person import Measure, SupervisedPerson
from models.plan import Need, ReleasePlan
from seeds.demo.drawing import KM_PER_DEGREE
from seeds.demo.reading import day, typed

USUAL = {"mobility": "PUBLIC_TRANSPORT", "employment": "UNEMPLOYED"}


def plant_measure(session: Session, person: SupervisedPerson, terms: dict[str, Any]) -> Measure:
    """What the person is sentenced to."""
    if "hours_ordered" in terms:
        terms = {"offence_class": OffenceClass.DELIT} | terms
    return actions.add_measure(session, person, **typed(Measure, terms))


def plant_plan(session: Session, person: SupervisedPerson, entry: dict[str, Any]) -> ReleasePlan:
    """The plan, with what must be avoided and what was proved."""
    terms = USUAL | entry["plan"]
    window, home = terms.pop("window"), terms.pop("home", None)
    earliest, latest = next_march() if window == "march" else (day(window[0]), day(window[1]))
    plan = actions.open_plan(
        session,
        person,
        earliest_on=earliest,
        latest_on=latest,
        home=tuple(home) if home else None,
        **typed(ReleasePlan, terms),
    )
    for flag in entry.get("avoid", ()):
        actions.avoid(session, plan, ContactFlag(flag))
    for proof, on in entry.get("proofs", {}).items():
        actions.prove(session, plan, Proof(proof), obtained_on=day(on))
    if "zone" in entry:
        actions.forbid_zone(session, plan, _zone(*entry["zone"]))
    return plan


def plant_needs(
    session: Session, plan: ReleasePlan, measure: Measure, entry: dict[str, Any]
) -> list[tuple[Need, dict[str, Any]]]:
    """Each request with its need."""
    asked = []
    for wanted in entry["needs"]:
        terms = {name: value for name, value in wanted.items() if name != "requests"}
        is_tig = terms["family"] == Family.TIG
        need = actions.add_need(
            session, plan, measure=measure if is_tig else None, **typed(Need, terms)
        )
        asked += [(need, request) for request in wanted.get("requests", ())]
    return asked


def _zone(lon: float, lat: float, km: float) -> Polygon:
    return Point(lon, lat).buffer(km / KM_PER_DEGREE, quad_segs=3)


def next_march() -> tuple[dt.date, dt.date]:
    """From the 3rd to the 17th of the next month of March."""
    year = today().year + (today() >= dt.date(today().year, 3, 3))
    return dt.date(year, 3, 3), dt.date(year, 3, 17)
