"""Is it near enough, reachable, and outside the places the court has closed?"""

import math

from app.decisions import french, travel
from app.decisions.facts import OfferFacts, PlanFacts
from app.decisions.verdicts import Finding

CLOSE_MISS_KM = 2.0
CLOSE_MISS_SHARE = 0.25


def radius(plan: PlanFacts, offer: OfferFacts) -> Finding | None:
    """Within the radius the CPIP gave; a near miss is 2 km, or a quarter of the radius."""
    if plan.radius_km is None or offer.is_remote:
        return None
    if offer.distance_km is None:
        return Finding.unknown("distance inconnue", unlock="situer le lieu sur la carte")
    excess = offer.distance_km - plan.radius_km
    if excess <= 0:
        return Finding.met(f"à {french.km(offer.distance_km)}")
    sentence = f"à {french.km(excess)} de trop ({french.km(offer.distance_km)})"
    unlock = f"élargir le rayon à {math.ceil(offer.distance_km)} km"
    if excess <= max(CLOSE_MISS_KM, plan.radius_km * CLOSE_MISS_SHARE):
        return Finding.near(sentence, unlock=unlock)
    return Finding.unmet(sentence, unlock=unlock)


def reach(plan: PlanFacts, offer: OfferFacts) -> Finding | None:
    """Domain §7, "Mobility": minutes at the hours of the shift, not only kilometres."""
    if offer.is_remote:
        return Finding.met("à distance, sans déplacement")
    trip = travel.travel_to(plan, offer)
    if trip is None:
        return Finding.unknown("temps de trajet inconnu") if plan.max_travel_min else None
    limit = plan.max_travel_min
    if limit is None or trip.middle_min <= limit:
        return Finding.met(trip.label)
    sentence = f"{trip.label}, pour {limit} min au plus"
    if trip.least_min <= limit:
        return Finding.near(sentence, unlock="vérifier le trajet réel")
    return Finding.unmet(sentence, unlock=f"accepter {trip.most_min} min de trajet")


def exclusion(plan: PlanFacts, offer: OfferFacts) -> Finding | None:
    """132-45 9°: no site inside a zone drawn on the plan."""
    if not plan.has_exclusion_zones:
        return None
    return zone(
        offer,
        is_right=None if offer.in_exclusion_zone is None else not offer.in_exclusion_zone,
        met="hors de la zone interdite",
        unmet="dans la zone interdite",
    )


def inclusion(plan: PlanFacts, offer: OfferFacts) -> Finding | None:
    """132-45 2°: the site stands in the zone that was imposed."""
    if not plan.has_inclusion_zones:
        return None
    outside = offer.outside_inclusion_zone
    return zone(
        offer,
        is_right=None if outside is None else not outside,
        met="dans la zone imposée",
        unmet="hors de la zone imposée",
    )


def zone(offer: OfferFacts, *, is_right: bool | None, met: str, unmet: str) -> Finding:
    """The finding of a zone already tested in SQL; a site without a point is neither in nor out."""
    if offer.is_remote:
        return Finding.met("à distance, sans lieu")
    if is_right is None:
        return Finding.unknown("lieu non situé, zone à vérifier", unlock="situer le lieu")
    if is_right:
        return Finding.met(met)
    return Finding.unmet(unmet, unlock="une décision ou une autorisation écrite")
