"""What a partner reads of a request: what is asked, neither identity nor offence (RULE-DP-08)."""

import datetime as dt
from typing import Any

from app.filters import hours, period
from models.codes.offer import Family, Gender, Household, YesNo
from models.codes.people import EmploymentStatus, Mobility
from models.offer_kinds import HousingOffer
from models.orientation import Orientation
from models.person import SupervisedPerson
from models.plan import ReleasePlan

AGE_BANDS = ((18, 25), (26, 35), (36, 50), (51, 65))
MOVING = {
    Mobility.WALK: "à pied",
    Mobility.BIKE: "à vélo",
    Mobility.CAR: "en voiture",
}


def sheet(orientation: Orientation, hours_asked: int | None) -> dict[str, Any]:
    """The frozen sheet: `{"rows": [[label, value], …], "hours": int | None}`."""
    asked = hours_asked if orientation.need.family is Family.TIG else None
    rows = [["Période", period(orientation.starts_on, orientation.ends_on)]]
    rows += [["Durée demandée", hours(asked)]] if asked else []
    rows += _person(orientation) + _times(orientation) + _moving(orientation.plan)
    rows += _housing(orientation)
    return {"rows": rows, "hours": asked}


def age_band(person: SupervisedPerson, on: dt.date) -> str:
    """A band of ages, never the age."""
    age = person.age_on(on)
    for low, high in AGE_BANDS:
        if age <= high:
            return f"{low} à {high} ans"
    return "plus de 65 ans"


def _person(orientation: Orientation) -> list[list[str]]:
    person, lot = orientation.person, orientation.lot
    rows = [["Tranche d'âge", age_band(person, orientation.starts_on)]]
    if lot.gender is not Gender.ANY:
        rows.append(["Public", lot.gender.label])
    if person.household is not Household.SINGLE:
        rows.append(["Foyer", person.household.label])
    needs = [
        word
        for word, is_needed in (
            ("accès pour personne à mobilité réduite", person.needs_pmr),
            ("accueil d'un animal", person.has_animal),
        )
        if is_needed
    ]
    return rows + ([["Besoins pratiques", ", ".join(needs)]] if needs else [])


def _times(orientation: Orientation) -> list[list[str]]:
    """When the person can come; who works on weekdays comes outside them, without saying why."""
    plan, rows = orientation.plan, []
    if plan.free_days:
        rows.append(["Jours possibles", ", ".join(day.label for day in plan.free_days)])
    if plan.free_bands:
        rows.append(["Moments possibles", ", ".join(b.label.lower() for b in plan.free_bands)])
    is_working = plan.employment is EmploymentStatus.EMPLOYED
    if not rows and is_working and orientation.need.family is Family.TIG:
        rows.append(["Moments possibles", "en soirée et le week-end"])
    return rows


def _moving(plan: ReleasePlan) -> list[list[str]]:
    return [["Déplacement", MOVING.get(plan.mobility, "en transports en commun")]]


def _housing(orientation: Orientation) -> list[list[str]]:
    offer, plan = orientation.offer, orientation.plan
    if not isinstance(offer, HousingOffer) or not plan.has_tag:
        return []
    if offer.owner_agreement is YesNo.NO:
        return []
    return [["Accord écrit du propriétaire", "demandé avant l'entrée"]]
