"""Is it the right kind of place, shown to the network, free and open in the window?"""

import datetime as dt

from app.matching import french
from app.matching.facts import OfferFacts, PlanFacts
from app.matching.verdicts import Finding
from models.codes.claims import LotState
from models.codes.offer import Publication

CLOSE_MISS_DAYS = 14


def family(plan: PlanFacts, offer: OfferFacts) -> Finding:
    """The offer answers this need and not another one."""
    if offer.family is plan.family:
        return Finding.met("répond au besoin")
    return Finding.unmet(f"répond à un autre besoin ({offer.family.label})")


def kind(plan: PlanFacts, offer: OfferFacts) -> Finding | None:
    """The kinds the CPIP named are a wish: another kind is a near miss."""
    if not plan.kinds:
        return None
    if offer.kind in plan.kinds:
        return Finding.met(f"type demandé ({offer.kind_label or offer.kind})")
    return Finding.near(
        f"autre type de place ({offer.kind_label or offer.kind})",
        unlock="accepter ce type de place",
    )


def publication(plan: PlanFacts, offer: OfferFacts) -> Finding | None:
    """Only a published offer may be proposed."""
    if offer.publication is Publication.PUBLISHED:
        return None
    return Finding.unmet(f"fiche non proposée ({offer.publication.label.lower()})")


def window(plan: PlanFacts, offer: OfferFacts) -> Finding:
    """RULE-HOU-12: a window, not a date; some day of it must be open to newcomers."""
    opens = entry_day(plan, offer)
    if offer.entry_until is not None and offer.entry_until < plan.earliest:
        return Finding.unmet(f"fermé à partir du {french.day(offer.entry_until)}")
    if opens is None or opens <= plan.latest:
        return Finding.met(f"entrée possible d'ici le {french.day(plan.latest)}")
    late = (opens - plan.latest).days
    sentence = f"entrée possible le {french.day(opens)}, {french.plural(late, 'jour')} trop tard"
    if late <= CLOSE_MISS_DAYS:
        return Finding.near(sentence, unlock="décaler la fin de la fenêtre")
    return Finding.unmet(sentence, unlock="décaler la fin de la fenêtre")


def entry_day(plan: PlanFacts, offer: OfferFacts) -> dt.date | None:
    """The first day the host can receive somebody asked for today; None when nothing delays it."""
    days = [] if offer.entry_from is None else [offer.entry_from]
    if offer.lead_time_days is not None:
        days.append(plan.as_of + dt.timedelta(days=offer.lead_time_days))
    return max(days, default=None)


def places(plan: PlanFacts, offer: OfferFacts) -> Finding:
    """Design §3: a number while the report holds, « à confirmer » after; unknown is never zero."""
    if offer.free is not None and offer.free > 0:
        return Finding.met(offer.sum_label or free_label(offer.free))
    if offer.free is not None or (offer.left is not None and offer.left <= 0):
        return full(offer)
    if offer.state is LotState.OPEN:
        return Finding.unknown("place à confirmer", unlock="réserver : la réponse confirmera")
    return Finding.unknown(offer.state.label.lower(), unlock="envoyer une demande à la structure")


def free_label(free: int) -> str:
    """« 1 place libre », « 3 places libres »."""
    return "1 place libre" if free == 1 else f"{free} places libres"


def full(offer: OfferFacts) -> Finding:
    """No place left in the window, and the next day there may be one."""
    if offer.next_free_on is None:
        return Finding.unmet("complet sur la période", unlock="une place rendue par la structure")
    freed = french.day(offer.next_free_on)
    return Finding.unmet("complet sur la période", unlock=f"attendre la place du {freed}")
