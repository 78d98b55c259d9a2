"""What must be avoided, and driving: bans of the court first, means of the person after."""

from app.decisions import french
from app.decisions.facts import OfferFacts, PlanFacts
from app.decisions.verdicts import Finding
from models.codes.offer import ContactFlag, YesNo
from models.codes.people import MeasureType, Mobility
from models.codes.tig import RiskFlag

# Domain §7: tools and online accounts ask for a warning, the others exclude.
WARNINGS = frozenset({ContactFlag.WEAPONS_OR_TOOLS, ContactFlag.ONLINE_ACCOUNT_NEEDED})
TRUE_LICENCES = frozenset({Mobility.CAR, Mobility.LICENCE_NO_CAR})


def avoided(plan: PlanFacts, offer: OfferFacts) -> Finding | None:
    """Design §5: what a place involves, against what the CPIP said to avoid, without a reason."""
    if not plan.avoided:
        return None
    met = plan.avoided & involved(offer)
    if met - WARNINGS:
        return Finding.unmet(f"à éviter : {named(met - WARNINGS)}", unlock="un autre poste ou lieu")
    if offer.contact_flags is None:
        return Finding.unknown(
            f"à vérifier auprès de la structure : {named(plan.avoided)}",
            unlock="poser la question sans donner de motif",
        )
    if met:
        return Finding.near(f"vigilance : {named(met)}", unlock="convenir des tâches confiées")
    return Finding.met("rien de ce qui est à éviter")


def involved(offer: OfferFacts) -> frozenset[ContactFlag]:
    """What the place is known to involve; night work is said either way."""
    night = {ContactFlag.NIGHT} if RiskFlag.NIGHT in offer.risk_flags else set()
    return (offer.contact_flags or frozenset()) | night


def named(flags: frozenset[ContactFlag]) -> str:
    """The flags in words, always in the same order."""
    return french.listed([flag.label.lower() for flag in ContactFlag if flag in flags])


def driving_ban(plan: PlanFacts, offer: OfferFacts) -> Finding | None:
    """132-45 7°: nobody under a driving ban is asked to drive."""
    if not plan.driving_is_banned:
        return None
    if offer.requires_driving is YesNo.NO:
        return Finding.met("sans conduite")
    if offer.requires_driving is YesNo.YES:
        return Finding.unmet("conduite nécessaire", unlock="une tâche sans conduite")
    return Finding.unknown("conduite à vérifier avec la structure")


def driving(plan: PlanFacts, offer: OfferFacts) -> Finding | None:
    """A licence, and a vehicle when the host lends none."""
    if plan.driving_is_banned or YesNo.YES not in (
        offer.requires_driving,
        offer.requires_own_vehicle,
    ):
        return None
    if offer.requires_own_vehicle is YesNo.YES and plan.mobility is not Mobility.CAR:
        return Finding.unmet("véhicule personnel nécessaire", unlock="demander un véhicule")
    if has_licence(plan) is None:
        return Finding.unknown("permis nécessaire, à vérifier")
    if has_licence(plan):
        return Finding.met("permis valide")
    return Finding.unmet("permis nécessaire", unlock="une tâche sans conduite")


def has_licence(plan: PlanFacts) -> bool | None:
    """What was said of the licence, else what the means of travel tell; None: nothing."""
    if plan.mobility is Mobility.SUSPENDED_LICENCE:
        return False
    if plan.may_drive is not None:
        return plan.may_drive
    return True if plan.mobility in TRUE_LICENCES else None


def measures(plan: PlanFacts, offer: OfferFacts) -> Finding | None:
    """Measures the host has said it does not receive."""
    refused = plan.measures & offer.measures_refused
    if not refused:
        return None
    names = french.listed(sorted(measure.label for measure in refused))
    return Finding.unmet(f"mesure non accueillie ({names})", unlock="demander à la structure")


def unpaid_work(plan: PlanFacts, offer: OfferFacts) -> Finding | None:
    """RULE-TIG-10: the same hosts and posts as a TIG, when the host agrees."""
    if MeasureType.TNR not in plan.measures:
        return None
    if offer.accepts_tnr is YesNo.YES:
        return Finding.met("accepte le TNR")
    if offer.accepts_tnr is YesNo.NO:
        return Finding.unmet("n'accepte pas le TNR", unlock="demander à la structure")
    return Finding.unknown("TNR à vérifier avec la structure")
