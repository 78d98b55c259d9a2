"""A plan and an offer that fit each other; a test names only what it changes."""

import datetime as dt
from typing import Any

from app.decisions.facts import OfferFacts, PlanFacts
from app.decisions.judging import judge
from app.decisions.verdicts import Verdict
from models.codes.offer import AdmissionChannel, Band, Family, Weekday, YesNo
from models.codes.organization import LegalForm
from models.codes.people import MeasureType, Mobility, Sex
from models.codes.tig import ListingStatus

TODAY = dt.date(2026, 11, 21)


def tig_plan(**changes: Any) -> PlanFacts:
    """A woman of 34 with 105 hours to do around Villeurbanne, by bus, without a job."""
    given: dict[str, Any] = {
        "as_of": TODAY,
        "family": Family.TIG,
        "earliest": dt.date(2026, 12, 1),
        "latest": dt.date(2027, 1, 31),
        "departement": "69",
        "measures": frozenset({MeasureType.TIG}),
        "hours": 105,
        "enforceable_on": dt.date(2026, 10, 3),
        "age": 34,
        "sex": Sex.F,
        "mobility": Mobility.PUBLIC_TRANSPORT,
        "radius_km": 10,
        "max_travel_min": 60,
    }
    return PlanFacts(**given | changes)


def employed_plan(**changes: Any) -> PlanFacts:
    """The same, with a job of 35 hours from Monday to Friday by day."""
    return tig_plan(**{"is_employed": True, "job_hours_week": 35} | changes)


def post(**changes: Any) -> OfferFacts:
    """A listed post of a town hall, 3 km away, from Monday to Saturday by day, one place free."""
    given: dict[str, Any] = {
        "offer_id": 1,
        "lot_id": 1,
        "name": "Espaces verts",
        "family": Family.TIG,
        "kind": "ESPACES_VERTS",
        "departement": "69",
        "free": 1,
        "distance_km": 3.0,
        "days": frozenset(list(Weekday)[:6]),
        "bands": frozenset({Band.MORNING, Band.AFTERNOON}),
        "hours_per_week_max": 14,
        "contact_flags": frozenset(),
        "requires_driving": YesNo.NO,
        "listing": ListingStatus.LISTED,
        "legal_form": LegalForm.COMMUNE,
    }
    return OfferFacts(**given | changes)


def bed_plan(**changes: Any) -> PlanFacts:
    """Somebody released between 3 and 17 March who looks for a bed."""
    given: dict[str, Any] = {
        "as_of": TODAY,
        "family": Family.LOGEMENT,
        "earliest": dt.date(2027, 3, 3),
        "latest": dt.date(2027, 3, 17),
        "departement": "69",
        "age": 41,
        "sex": Sex.M,
        "mobility": Mobility.PUBLIC_TRANSPORT,
        "radius_km": 20,
    }
    return PlanFacts(**given | changes)


def bed(**changes: Any) -> OfferFacts:
    """A bed of direct admission, 4 km away, free."""
    given: dict[str, Any] = {
        "offer_id": 2,
        "lot_id": 2,
        "name": "Résidence sociale",
        "family": Family.LOGEMENT,
        "kind": "RS",
        "departement": "69",
        "free": 2,
        "distance_km": 4.0,
        "contact_flags": frozenset(),
        "admission": AdmissionChannel.CANDIDATURE_DIRECTE,
        "legal_form": LegalForm.ASSOCIATION,
    }
    return OfferFacts(**given | changes)


def verdict(criterion: str, plan: PlanFacts, offer: OfferFacts) -> Verdict:
    """What one criterion said."""
    return next(v for v in judge(plan, offer).verdicts if v.criterion == criterion)


def level(criterion: str, plan: PlanFacts, offer: OfferFacts) -> str | None:
    """The level of one criterion; None when it does not apply."""
    verdicts = judge(plan, offer).verdicts
    return next((v.level.value for v in verdicts if v.criterion == criterion), None)
