"""Reads one lot of one offer into the facts that decisions are made on."""

from dataclasses import dataclass
from typing import Any

from app.claims.sums import Availability
from app.decisions.facts import OfferFacts
from app.hosting.legal import legal_facts
from models.base import PARIS
from models.capacity import PlaceLot
from models.codes.offer import Band, ContactFlag, Gender, Household, Weekday, YesNo
from models.offer import AudienceRule, Offer
from models.offer_kinds import HousingOffer, TigPost

# A level that says one of these leaves the word to the next one; an age of 0 is an answer.
NOT_SAID: tuple[Any, ...] = (None, [], YesNo.UNKNOWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the offer's own row does not say."""

    distance_m: float | None
    availability: Availability
    audience: tuple[AudienceRule, ...]
    in_exclusion_zone: bool | None
    outside_inclusion_zone: bool | None
    answer_rate: float | None
    recent_load: int
    departement: str


def facts(lot: PlaceLot, around: Surroundings) -> OfferFacts:
    """One lot, its rules inherited from offer, site and organization, in that order."""
    legal = legal_facts(lot.offer, departement=around.departement)
    return OfferFacts(
        lot_id=lot.id,
        next_free_on=lot.next_free_on,
        **_offer(lot.offer),
        **_around(around),
        **legal,
        **_audience(lot, around.audience),
        **_kind(lot.offer, lot),
    )


def _offer(offer: Offer) -> dict[str, Any]:
    site = offer.site
    return {
        "offer_id": offer.id,
        "name": offer.title,
        "organization": site.organization.legal_name,
        "family": offer.family,
        "kind": offer.type_code,
        "kind_label": offer.type_label,
        "publication": offer.publication,
        "departement": site.department_code,
        "lead_time_days": offer.lead_time_days,
        "is_remote": offer.is_remote,
        "pmr": site.pmr_access,
        "contact_flags": _contact_flags(offer),
        "requires_driving": YesNo.YES if offer.requires_driving else YesNo.NO,
        "admission": offer.admission,
        "verified_on": offer.verified_at and offer.verified_at.astimezone(PARIS).date(),
    }


def _around(around: Surroundings) -> dict[str, Any]:
    places = around.availability
    return {
        "places": places.places,
        "state": places.state,
        "free": places.free,
        "left": places.left,
        "sum_label": places.sentence,
        "fresh_label": places.said,
        "distance_km": None if around.distance_m is None else around.distance_m / 1000,
        "in_exclusion_zone": around.in_exclusion_zone,
        "outside_inclusion_zone": around.outside_inclusion_zone,
        "answer_rate": around.answer_rate,
        "recent_load": around.recent_load,
    }


def _contact_flags(offer: Offer) -> frozenset[ContactFlag] | None:
    """Nobody ever confirmed the offer and nothing is ticked: nothing was asked."""
    if not offer.contact_flags and offer.verified_at is None:
        return None
    return frozenset(offer.contact_flags)


def _audience(lot: PlaceLot, rules: tuple[AudienceRule, ...]) -> dict[str, Any]:
    """The first level that says something wins; a lot may be narrower still."""

    def said(name: str) -> Any:
        values = (getattr(rule, name) for rule in rules)
        return next((value for value in values if value not in NOT_SAID), None)

    gender = said("gender") or Gender.ANY
    households: frozenset[Household] = frozenset(lot.households or said("households") or ())
    return {
        "genders": lot.gender if lot.gender is not Gender.ANY else gender,
        "age_min": said("age_min"),
        "age_max": said("age_max"),
        "households": households,
        "animals": said("animals") or YesNo.UNKNOWN,
        "measures_refused": frozenset(said("measures_refused") or ()),
    }


def _kind(offer: Offer, lot: PlaceLot) -> dict[str, Any]:
    days: list[Weekday] = lot.days or getattr(offer, "days", [])
    bands: list[Band] = getattr(offer, "bands", [])
    said: dict[str, Any] = {"days": frozenset(days), "bands": frozenset(bands)}
    if isinstance(offer, TigPost):
        return said | _tig(offer)
    return said | (_housing(offer) if isinstance(offer, HousingOffer) else {})


def _tig(post: TigPost) -> dict[str, Any]:
    return {
        "hours_min": post.min_hours,
        "hours_max": post.max_hours,
        "hours_per_week_max": post.max_hours_per_week,
        "accepts_tnr": post.accepts_tnr,
        "risk_flags": frozenset(post.risk_flags),
    }


def _housing(offer: HousingOffer) -> dict[str, Any]:
    return {
        "tag": offer.tag_compatible,
        "owner_agreement": offer.owner_agreement,
        "stay_min_days": offer.stay_min_days,
        "stay_max_days": offer.stay_max_days,
        "is_renewable": offer.is_renewable,
    }
