"""An offer of ours as a service of data·inclusion v1."""

from typing import Any

from exchange.inclusion import themes_of
from exchange.rows import Offer
from exchange.writers import inclusion_values as values
from exchange.writers.shared import Shared
from models.codes.offer import AdmissionChannel, Cost, Family, Gender
from models.codes.services import EmployerType

TYPES = {
    Family.STAGE: "atelier",
    Family.DROITS: "information",
    Family.AIDE_MATERIELLE: "aide-materielle",
    Family.SPORT_CULTURE: "atelier",
}
TRAINING = frozenset({EmployerType.AFPA, EmployerType.CFA, EmployerType.E2C, EmployerType.GRETA})
FEES = {Cost.FREE: "gratuit", Cost.PAID: "payant"}
BY_ANYBODY = frozenset({AdmissionChannel.CANDIDATURE_DIRECTE, AdmissionChannel.SANS_RDV})


def service(shared: Shared, *, source: str, key: str, owner: str) -> dict[str, Any]:
    """The service; no place is counted, since the format would drop the number in silence."""
    offer, site = shared.offer, shared.site
    title = values.name(offer.title, offer.kind.label)
    told = {
        "source": source,
        "structure_id": owner,
        "id": key,
        "nom": title,
        "description": values.prose(offer.description) or f"{offer.kind.label} : {title}"[:10_000],
        "date_maj": values.changed_on(shared.changed_on),
        "type": _type(offer),
        "thematiques": themes_of(offer.family, offer.kind),
        "horaires_accueil": offer.hours or site.hours,
    }
    return values.said(told | _terms(shared) | _reached(shared) | values.place(site))


def _type(offer: Offer) -> str:
    is_training = offer.kind in TRAINING
    return "formation" if is_training else TYPES.get(offer.family, "accompagnement")


def _terms(shared: Shared) -> dict[str, Any]:
    """What it costs, for whom it is, where they must live."""
    offer = shared.offer
    zones = (offer.zone_eligibility, shared.zone_codes)
    conditions = (*offer.documents_required, values.unsaid_zones(*zones))
    return {
        "frais": FEES.get(offer.cost),
        "frais_precisions": offer.cost_details,
        "publics": ["femmes"] if offer.gender is Gender.WOMEN else None,
        "publics_precisions": _audience(offer),
        "conditions_acces": "\n".join(filter(None, conditions)),
        "modes_accueil": ["a-distance" if offer.is_remote else "en-presentiel"],
        "zone_eligibilite": values.zone(*zones),
    }


def _reached(shared: Shared) -> dict[str, Any]:
    """Whom to call, and who may."""
    offer, site, owner = shared.offer, shared.site, shared.organization
    phone = offer.phone or site.phone or owner.phone
    email = values.email(offer.email or site.email or owner.email)
    return {
        "telephone": phone,
        "courriel": email,
        "modes_mobilisation": _ways(offer, phone, email),
        "mobilisable_par": _by_whom(offer),
        "mobilisation_precisions": _how(offer),
    }


def _audience(offer: Offer) -> str | None:
    """« Hommes, de 18 à 25 ans »: the format has no field for ages."""
    ages = [f"à partir de {offer.age_min} ans"] if offer.age_min else []
    ages += [f"jusqu'à {offer.age_max} ans"] if offer.age_max else []
    men = ["hommes"] if offer.gender is Gender.MEN else []
    return ", ".join([*men, *ages]).capitalize() or None


def _ways(offer: Offer, phone: str | None, email: str | None) -> list[str]:
    at_once = offer.admission is AdmissionChannel.SANS_RDV
    return [
        *(["telephoner"] if phone else []),
        *(["envoyer-un-courriel"] if email else []),
        *(["se-presenter"] if at_once else []),
    ]


def _by_whom(offer: Offer) -> list[str]:
    return ["usagers", "professionnels"] if offer.admission in BY_ANYBODY else ["professionnels"]


def _how(offer: Offer) -> str | None:
    """How one gets in, in words."""
    channel = [offer.admission.label] if offer.admission else []
    return "\n".join([*channel, *filter(None, [offer.admission_details])]) or None
