"""The first day on which an offer can receive somebody."""

import datetime as dt

from app.decisions.facts import OfferFacts, PlanFacts


def first_day(plan: PlanFacts, offer: OfferFacts) -> dt.date:
    """The first day of the plan's window, or later when the host opens or answers later."""
    days = [plan.earliest]
    if offer.entry_from is not None:
        days.append(offer.entry_from)
    if offer.lead_time_days is not None:
        days.append(plan.as_of + dt.timedelta(days=offer.lead_time_days))
    return max(days)
