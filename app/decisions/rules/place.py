"""Is it the right kind of place, shown to the network, free and open in the window?"""

from app.decisions import french
from app.decisions.entry import first_day
from app.decisions.facts import OfferFacts, PlanFacts
from app.decisions.verdicts import Finding
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
    opens = first_day(plan, offer)
    if offer.entry_until is not None and offer.entry_until < opens:
        return Finding.unmet(f"plus d'entrée après le {french.day(offer.entry_until)}")
    late = (opens - plan.latest).days
    if late <= 0:
        return Finding.met(f"entrée possible dès le {french.day(opens)}")
    sentence = f"entrée possible le {french.day(opens)}, {french.plural(late, 'jour')} trop tard"
    build = Finding.near if late <= CLOSE_MISS_DAYS else Finding.unmet
    return build(sentence, unlock="décaler la fin de la fenêtre")


def places(plan: PlanFacts, offer: OfferFacts) -> Finding:
    """Design §3: a number while the report holds, « à confirmer » after; unknown is never zero."""
    if offer.free is not None and offer.free > 0:
        return Finding.met(offer.sum_label or free_label(offer.free))
    if offer.free is not None or (offer.left is not None and offer.left < 0):
        return full(offer)
    if offer.left == 0:
        return doubtful(offer)
    if offer.state is LotState.OPEN:
        return Finding.unknown("place à confirmer", unlock="réserver : la réponse confirmera")
    return Finding.unknown(offer.state.label.lower(), unlock="envoyer une demande à la structure")


def doubtful(offer: OfferFacts) -> Finding:
    """Nothing was left when the host last spoke, which was too long ago to say « complet »."""
    said = "aucune place au dernier compte, à confirmer"
    sentence = said if offer.state is LotState.OPEN else offer.state.label.lower()
    return Finding.near(sentence, unlock="appeler la structure et noter les places annoncées")


def free_label(free: int) -> str:
    """« 1 place libre », « 3 places libres »."""
    return "1 place libre" if free == 1 else f"{free} places libres"


def full(offer: OfferFacts) -> Finding:
    """No place left in the window, and the next day there may be one."""
    if offer.next_free_on is None:
        return Finding.unmet("complet sur la période", unlock="une place rendue par la structure")
    freed = french.day(offer.next_free_on)
    return Finding.unmet("complet sur la période", unlock=f"attendre la place du {freed}")
