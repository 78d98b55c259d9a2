"""Does the host receive this person: age, gender, household, animals, access?"""

from app.decisions import french
from app.decisions.facts import OfferFacts, PlanFacts
from app.decisions.verdicts import Finding
from models.codes.offer import Gender, Household, YesNo
from models.codes.organization import PmrAccess
from models.codes.people import Sex

MAJORITY = 18
CLOSE_MISS_YEARS = 1
ACCEPTED_SEX = {Gender.MEN: Sex.M, Gender.WOMEN: Sex.F}


def refuse_minor(age: int | None) -> str | None:
    """RULE-TIG-08: the message that sends somebody under 18 to the PJJ; None for anyone else."""
    if age is None or age >= MAJORITY:
        return None
    return (
        "Cette personne a moins de 18 ans. Son accompagnement relève de la protection judiciaire "
        "de la jeunesse (PJJ) : adressez-vous au correspondant territorial de la PJJ."
    )


def majority(plan: PlanFacts, offer: OfferFacts) -> Finding | None:
    """RULE-TIG-08: places here are for adults; the path of a minor is the PJJ's."""
    if refuse_minor(plan.age) is None:
        return None
    return Finding.unmet("moins de 18 ans", unlock="adresser la personne à la PJJ")


def age(plan: PlanFacts, offer: OfferFacts) -> Finding | None:
    """Inside the ages the host receives; one year off is a near miss."""
    if offer.age_min is None and offer.age_max is None:
        return None
    accepted = age_label(offer)
    if plan.age is None:
        return Finding.unknown(f"âge non renseigné ({accepted})")
    low, high = offer.age_min or 0, offer.age_max or 200
    gap = max(low - plan.age, plan.age - high, 0)
    if gap == 0:
        return Finding.met(f"âge accepté ({accepted})")
    if gap <= CLOSE_MISS_YEARS:
        return Finding.near(f"à un an près ({accepted})", unlock="demander une dérogation d'âge")
    return Finding.unmet(f"âge non accueilli ({accepted})", unlock="demander une dérogation d'âge")


def age_label(offer: OfferFacts) -> str:
    """« 18 à 25 ans », « à partir de 18 ans », « jusqu'à 30 ans »."""
    if offer.age_max is None:
        return f"à partir de {offer.age_min} ans"
    if offer.age_min is None:
        return f"jusqu'à {offer.age_max} ans"
    return f"{offer.age_min} à {offer.age_max} ans"


def gender(plan: PlanFacts, offer: OfferFacts) -> Finding | None:
    """An explicit refusal counts; a lot open to all needs no word."""
    if offer.genders is Gender.ANY:
        return None
    if offer.genders is None or plan.sex is None:
        return Finding.unknown("public accueilli à vérifier")
    public = offer.genders.label.lower()
    if ACCEPTED_SEX[offer.genders] is plan.sex:
        return Finding.met(f"accueille les {public}")
    return Finding.unmet(f"réservé aux {public}", unlock="une autre structure")


def household(plan: PlanFacts, offer: OfferFacts) -> Finding | None:
    """A person alone fits anywhere unless the lot is kept for families."""
    wanted = plan.household or Household.SINGLE
    if not offer.households:
        if wanted is Household.SINGLE:
            return None
        return Finding.unknown(f"accueil à vérifier ({wanted.label.lower()})")
    if wanted in offer.households:
        return Finding.met(f"accueille : {wanted.label.lower()}")
    accepted = french.listed(sorted(one.label.lower() for one in offer.households))
    return Finding.unmet(f"réservé à : {accepted}", unlock="une autre structure")


def animals(plan: PlanFacts, offer: OfferFacts) -> Finding | None:
    """An animal that is refused can be looked after elsewhere."""
    if not plan.has_animal:
        return None
    if offer.animals is YesNo.YES:
        return Finding.met("animal accepté")
    if offer.animals is YesNo.NO:
        return Finding.unmet("animal refusé", unlock="trouver une garde pour l'animal")
    return Finding.unknown("animal à vérifier avec la structure")


def access(plan: PlanFacts, offer: OfferFacts) -> Finding | None:
    """Reduced mobility: partial access may do, once asked."""
    if not plan.needs_pmr:
        return None
    if offer.pmr is PmrAccess.PARTIAL:
        return Finding.near("accès PMR partiel", unlock="vérifier le cheminement sur place")
    if offer.pmr is PmrAccess.UNKNOWN:
        return Finding.unknown("accès PMR à vérifier")
    if offer.pmr is PmrAccess.YES:
        return Finding.met("accessible PMR")
    return Finding.unmet("non accessible PMR", unlock="demander un aménagement")
