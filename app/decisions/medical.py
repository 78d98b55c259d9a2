"""When a medical examination is due before a TIG: a task for the service, never a filter."""

from app.decisions.facts import OfferFacts, PlanFacts
from app.decisions.rules.person import MAJORITY
from models.codes.offer import Family
from models.codes.tig import RiskFlag

ASKED = "demandé par le service"
MINOR = "personne mineure"


def medical_reasons(plan: PlanFacts, offer: OfferFacts) -> tuple[str, ...]:
    """RULE-TIG-20: why one is due, in words; empty when none is."""
    if plan.family is not Family.TIG:
        return ()
    reasons = [flag.label for flag in RiskFlag if flag in offer.risk_flags]
    if plan.age is not None and plan.age < MAJORITY:
        reasons.append(MINOR)
    if plan.wants_medical_check:
        reasons.append(ASKED)
    return tuple(reasons)
