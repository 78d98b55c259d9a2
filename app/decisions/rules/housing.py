"""What a bed adds: the SIAO's door, the tag and its owner's agreement, the length of the stay."""

from app.decisions import french
from app.decisions.facts import OfferFacts, PlanFacts
from app.decisions.verdicts import Finding
from models.codes.offer import AdmissionChannel, Family, YesNo

SIAO_DOORS = frozenset({AdmissionChannel.SIAO, AdmissionChannel.EMERGENCY_115})


def channel(plan: PlanFacts, offer: OfferFacts) -> Finding | None:
    """RULE-HOU-01: what goes through the SIAO is found here and never held here."""
    if offer.family is not Family.LOGEMENT:
        return None
    if offer.via_siao or offer.admission in SIAO_DOORS:
        return Finding.unmet(
            "admission par le SIAO, sans réservation ici", unlock="déposer une demande au SIAO"
        )
    return Finding.met("admission directe")


def tag(plan: PlanFacts, offer: OfferFacts) -> Finding | None:
    """Electronic tag: asked of a bed; RULE-TIG-06: it never closes a TIG post."""
    if not plan.wears_tag or offer.family is Family.TIG:
        return None
    if offer.tag is YesNo.YES:
        return Finding.met("bracelet accepté")
    if offer.tag is YesNo.NO:
        return Finding.unmet("bracelet refusé", unlock="un autre logement, qui l'accepte")
    if offer.tag is YesNo.CASE_BY_CASE:
        return Finding.near("bracelet au cas par cas", unlock="demander l'accord de la structure")
    return Finding.unknown("bracelet à vérifier avec la structure")


def owner_agreement(plan: PlanFacts, offer: OfferFacts) -> Finding | None:
    """RULE-HOU-02: a tag elsewhere than at home needs the owner's written agreement.

    Until it is written, a bed nobody asked about is no better than one that would give it.
    """
    if not plan.wears_tag or offer.family is not Family.LOGEMENT:
        return None
    if plan.has_owner_agreement:
        return Finding.met("accord écrit du bailleur au dossier")
    if offer.owner_agreement is YesNo.NO:
        return Finding.unmet("accord écrit du bailleur impossible", unlock="un autre logement")
    return Finding.near(
        "accord écrit du bailleur manquant", unlock="demander l'accord écrit du bailleur"
    )


def stay(plan: PlanFacts, offer: OfferFacts) -> Finding | None:
    """The length wanted, between the shortest and the longest stay; a renewal may fill the rest."""
    wanted, longest = plan.stay_days, offer.stay_max_days
    if wanted is None or (offer.stay_min_days is None and longest is None):
        return None
    if offer.stay_min_days is not None and wanted < offer.stay_min_days:
        least = french.plural(offer.stay_min_days, "jour")
        return Finding.unmet(f"séjour de {least} au moins", unlock="prévoir un séjour plus long")
    if longest is None or wanted <= longest:
        return Finding.met("durée de séjour possible")
    sentence = f"séjour de {french.plural(longest, 'jour')} au plus"
    if offer.is_renewable:
        return Finding.near(f"{sentence}, renouvelable", unlock="prévoir le renouvellement")
    return Finding.unmet(sentence, unlock="prévoir la suite du séjour")
