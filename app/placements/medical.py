"""When a medical check is due before a TIG starts (RULE-TIG-20); pure."""

from models.offer_kinds import TigPost
from models.orientation import Orientation


def is_medical_due(orientation: Orientation) -> bool:
    """The post's own risks, a disability known to the plan, or a check asked for by the service."""
    offer = orientation.offer
    if not isinstance(offer, TigPost):
        return False
    return (
        bool(offer.risk_flags)
        or orientation.person.needs_pmr
        or orientation.plan.is_medical_exam_asked
    )
