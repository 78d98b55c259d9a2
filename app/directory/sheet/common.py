"""The rows every family shares: how to be admitted, who is welcome, how to get there."""

from collections.abc import Sequence

from app.directory.audience import Audience
from app.directory.sheet.words import Rows, days, link, listed, yes
from app.filters import duration
from models.codes.offer import Cost
from models.codes.organization import PmrAccess
from models.offer import Offer
from models.organization import Organization, Site


def admission_rows(offer: Offer, zones: Sequence[str]) -> Rows:
    """How somebody gets in, with what papers, how soon and for how much; `zones` by their names."""
    cost = None if offer.cost is Cost.UNKNOWN else offer.cost.label
    return [
        ("Admission", offer.admission.label),
        ("Démarche", offer.admission_details),
        ("Papiers demandés", listed(offer.documents_required)),
        ("Entretien avant l'entrée", yes(offer.is_interview_required)),
        ("Entretien possible en détention", yes(offer.can_interview_in_custody)),
        ("Délai avant l'entrée", days(offer.lead_time_days)),
        ("Coût", " : ".join(filter(None, (cost, offer.cost_details))) or None),
        ("Langues parlées", listed(offer.languages)),
        ("Habitants concernés", listed(zones)),
        ("Mesures acceptées", listed(offer.accepts_measures)),
    ]


def audience_rows(offer: Offer, audience: Audience, public: str | None) -> Rows:
    """Who is welcome, men or women as its places say it too, and what the place involves."""
    involves = listed(offer.contact_flags)
    if involves is None and offer.verified_at is not None:
        involves = "Rien de particulier signalé"
    _, *others = welcome_rows(audience)
    return [("Public", public), *others, ("Ce que le lieu comporte", involves)]


def welcome_rows(audience: Audience) -> Rows:
    """Who is welcome, at whatever level it was said."""
    return [
        ("Public", audience.gender),
        ("Âge", audience.ages),
        ("Composition du foyer", audience.households),
        ("Destiné à", audience.publics),
        ("Ouverture aux autres", audience.welcome),
        ("Lieu de résidence demandé", audience.residence),
        ("Animaux", audience.animals),
        ("Mesures non accueillies", audience.measures_refused),
    ]


def number_rows(owner: Organization) -> Rows:
    """What identifies it elsewhere; a number that its kind never has is not missing."""
    rows: Rows = [
        ("SIRET", owner.siret),
        ("Numéro RNA", owner.rna),
        ("Numéro FINESS", owner.finess),
        ("Numéro UAI", owner.uai),
        ("Arrêté d'habilitation nationale", owner.national_reference),
        ("Réseaux", listed(owner.networks)),
    ]
    return [row for row in rows if row[1] or row[0] == "SIRET"]


def reach_rows(site: Site) -> Rows:
    """How to get there; what would lead to a confidential place is not unknown, it is not told."""
    walk = site.nearest_stop_walk_min
    stop = site.nearest_stop
    if stop and walk is not None:
        stop = f"{stop}, à {duration(walk)} à pied"
    pmr = None if site.pmr_access is PmrAccess.UNKNOWN else site.pmr_access.label
    last = site.last_service_time
    told = [("Voiture nécessaire", yes(site.is_car_needed)), ("Fauteuil roulant", pmr)]
    if site.is_confidential:
        return told
    return [
        ("Arrêt le plus proche", stop),
        ("Dernier passage", f"{last:%H:%M}".replace(":", " h ") if last else None),
        *told,
        ("Accessibilité du lieu", site.accessibility_url and link(site.accessibility_url)),
    ]
