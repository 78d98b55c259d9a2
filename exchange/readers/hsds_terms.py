"""What a service of HSDS costs and asks for, and how many places it has."""

import re
from dataclasses import replace

from exchange.readers.hsds_models import Capacity, Service
from exchange.rows import Offer
from exchange.values.text import MOST_PROSE, cleaned
from models.codes.offer import AdmissionChannel, Cost

FREE = re.compile(r"\b(free|gratuit|no (?:fee|cost|charge))", re.IGNORECASE)
CHANNELS = {channel.label: channel for channel in AdmissionChannel}
MOST_PLACES = 10_000


def on_terms(made: Offer, service: Service) -> Offer:
    """The offer, with all three."""
    figures = service.capacities[0] if service.capacities else Capacity()
    return replace(
        made,
        cost=_cost(service),
        cost_details=cleaned(service.fees_description) or None,
        admission=CHANNELS.get(service.application_process),
        admission_details=_conditions(service),
        documents_required=tuple(one.document for one in service.required_documents),
        places=_whole(figures.maximum),
        free=_whole(figures.available),
    )


def _cost(service: Service) -> Cost:
    amounts = [option.amount for option in service.cost_options if option.amount is not None]
    if any(amounts):
        return Cost.PAID
    if amounts or FREE.search(service.fees_description):
        return Cost.FREE
    return Cost.PAID if service.fees_description else Cost.UNKNOWN


def _conditions(service: Service) -> str | None:
    said = [service.eligibility_description, service.application_process]
    return "\n".join(filter(None, map(cleaned, said)))[:MOST_PROSE] or None


def _whole(told: float | None) -> int | None:
    return int(told) if told is not None and 0 <= told <= MOST_PLACES else None
