"""What the law asks of a host for given days, asked again at each promise: hold, move, confirm."""

import datetime as dt
from typing import Any

from app.decisions.facts import Accreditation, OfferFacts, PlanFacts
from app.decisions.rules import RULES
from app.decisions.verdicts import Verdict
from models.codes.organization import TIG_KINDS, AccreditationKind, AccreditationStatus
from models.offer import Offer
from models.offer_kinds import HousingOffer, TigPost
from models.organization import Organization

OF_THE_HOST = frozenset({"channel", "accreditation", "legal_form", "listing", "other_departement"})


def obstacles(
    offer: Offer, *, departement: str, today: dt.date, starts_on: dt.date, ends_on: dt.date
) -> tuple[Verdict, ...]:
    """The legal rules that this host does not meet on every one of these days."""
    plan = PlanFacts(
        as_of=today,
        family=offer.family,
        earliest=starts_on,
        latest=ends_on,
        departement=departement,
    )
    facts = OfferFacts(
        offer_id=offer.id,
        lot_id=0,
        name=offer.title,
        family=offer.family,
        departement=offer.site.department_code,
        admission=offer.admission,
        **legal_facts(offer, departement=departement),
    )
    verdicts = (rule(plan, facts) for rule in RULES if rule.criterion in OF_THE_HOST)
    return tuple(one for one in verdicts if one is not None and one.is_forbidding)


def legal_facts(offer: Offer, *, departement: str) -> dict[str, Any]:
    """What the legal rules look at, named as in `OfferFacts`."""
    facts: dict[str, Any] = {"legal_form": offer.site.organization.legal_form}
    if isinstance(offer, HousingOffer):
        return facts | {"via_siao": offer.is_siao_only}
    if not isinstance(offer, TigPost):
        return facts
    return facts | {
        "listing": offer.listing_status,
        "accreditations": accreditations(offer.site.organization),
        "has_other_dspip_agreement": departement in offer.agreed_departments,
    }


def accreditations(organization: Organization) -> tuple[Accreditation, ...]:
    """The TIG accreditations granted, each cut at the day it was withdrawn."""
    return tuple(
        Accreditation(
            one.decided_on,
            min(one.ends_on, one.withdrawn_on or one.ends_on),
            None if one.kind is AccreditationKind.TIG_NATIONAL else one.department_code or "?",
        )
        for one in organization.accreditations
        if one.status is AccreditationStatus.GRANTED
        and one.kind in TIG_KINDS
        and one.decided_on
        and one.ends_on
    )
