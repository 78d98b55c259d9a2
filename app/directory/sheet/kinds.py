"""The rows that each family adds (domain §4.4)."""

from collections.abc import Callable
from typing import Any

from app.directory.sheet.words import Rows, between, count, days, hours, listed, yes
from app.filters import short_day
from models.base import today
from models.offer import Offer
from models.offer_kinds import CareOffer, CourseOffer, HousingOffer, JobOffer, TigPost
from models.offer_kinds.sessions import CourseSession, stored


def kind_rows(offer: Offer, *, with_notes: bool = False) -> Rows:
    """What this kind of offer says beyond the others; nothing for a support offer.

    `with_notes`: what a host writes of its reservations is for the SPIP and itself (domain §4.4).
    """
    write: Callable[[Any], Rows] | None = WRITERS.get(type(offer))
    rows = write(offer) if write else []
    if with_notes and isinstance(offer, TigPost):
        rows.append(("Réserves, en quelques mots", offer.reservations_note))
    return rows


def tig(post: TigPost) -> Rows:
    """A post: the work, its rhythm, its risks, what the host gives."""
    return [
        ("Nature du travail", post.nature_of_work),
        ("Conditions d'exécution", post.execution_terms),
        ("Forme", post.form.label),
        ("Jours", listed(post.days)),
        ("Moments", listed(post.bands)),
        ("Heures en tout", between(post.min_hours, post.max_hours, "heure")),
        ("Heures par semaine au plus", hours(post.max_hours_per_week)),
        ("Saison", post.seasonality),
        ("Encadrement", post.supervisor_name),
        ("Mineurs", yes(post.accepts_minors)),
        ("Travail non rémunéré (TNR)", yes(post.accepts_tnr)),
        ("Risques qui demandent une visite médicale", listed(post.risk_flags) or "Aucun signalé"),
        ("Réserves de la structure", listed(post.host_reservations) or "Aucune signalée"),
        ("Conduite d'un véhicule", yes(post.requires_driving)),
        ("Permis de conduire demandé", yes(post.needs_licence)),
        ("Véhicule personnel nécessaire", yes(post.needs_own_vehicle)),
        ("Équipement fourni", yes(post.is_equipment_provided)),
        ("Tenue", post.clothes),
        ("Repas fourni", yes(post.is_meal_provided)),
        ("Aide au transport", yes(post.has_transport_help)),
        ("Accueil de victimes de la route", yes(post.is_road_victim_centre)),
        ("Accord d'autres départements", listed(post.agreed_departments) or "Aucun"),
    ]


def housing(offer: HousingOffer) -> Rows:
    """Beds: rules of the house, money, papers, stay, door."""
    visit = offer.annual_visit_on
    return [
        ("Ce qu'est une place", offer.room_kind.label if offer.room_kind else None),
        ("Places en tout", count(offer.capacity_total)),
        ("Places réservées au SPIP", count(offer.reserved_spip)),
        ("Places réservées au placement extérieur", count(offer.reserved_pe)),
        ("Places réservées au SIAO", count(offer.reserved_siao)),
        ("Chambres accessibles en fauteuil", count(offer.pmr_rooms)),
        ("Âge des enfants accueillis", offer.children_age_limits),
        ("Par le SIAO seulement", yes(offer.is_siao_only)),
        ("Bracelet électronique", yes(offer.tag_compatible)),
        ("Accord écrit du bailleur possible", yes(offer.owner_agreement)),
        ("Durée du séjour", between(offer.stay_min_days, offer.stay_max_days, "jour")),
        ("Renouvelable", yes(offer.is_renewable)),
        ("Heures d'entrée", offer.entry_hours),
        ("Entrée le week-end", yes(offer.has_weekend_entry)),
        ("Présence la nuit", yes(offer.has_night_presence)),
        ("Ressources minimales", offer.min_resources),
        ("Participation demandée", offer.participation_fee),
        ("Papiers nécessaires au séjour", offer.papers_needed),
        ("Séjour régulier exigé", yes(offer.needs_regular_stay)),
        ("Accompagnement", listed(offer.supports)),
        ("Domiciliation", yes(offer.has_domiciliation)),
        ("Alcool", offer.alcohol_rule),
        ("Traitement de substitution accepté", yes(offer.is_substitution_accepted)),
        ("Dernière visite annuelle", short_day(visit) if visit else None),
    ]


def job(offer: JobOffer) -> Rows:
    """A job or a training: contract, hours, conditions."""
    return [
        ("Contrat", offer.contract.label if offer.contract else None),
        ("Métier (code ROME)", offer.rome_code),
        ("Heures par semaine", hours(offer.hours_per_week)),
        ("Horaires", offer.schedule),
        ("Jours", listed(offer.days)),
        ("Moments", listed(offer.bands)),
        ("Conditions d'accès", offer.eligibility),
        ("Permis demandé", offer.licence),
        ("Entrées", offer.entry_calendar),
        ("Niveau de français", offer.language_level),
        ("Casier judiciaire vérifié", yes(offer.has_record_check)),
        ("Conduite d'un véhicule", yes(offer.requires_driving)),
    ]


def care(offer: CareOffer) -> Rows:
    """A care place: delay, orders followed, certificate."""
    delay = days(offer.appointment_delay_days)
    if delay and offer.delay_measured_on:
        delay = f"{delay} (mesuré le {short_day(offer.delay_measured_on)})"
    return [
        ("Secteur", offer.catchment),
        ("Délai de rendez-vous", delay),
        ("Avec hébergement", yes(offer.is_residential)),
        ("Soins ordonnés suivis", listed(offer.court_ordered_care)),
        ("Attestation de présence", yes(offer.has_attendance_certificate)),
        ("Traitement de substitution", yes(offer.has_substitution)),
    ]


def course(offer: CourseOffer) -> Rows:
    """A course: when, how long, how much."""
    price = offer.price_euros
    days_told = [session(one) for one in offer.coming(today())]
    older = [line for line in offer.sessions if stored(line) is None]
    return [
        ("Prochaine session", next(iter(days_told), None)),
        ("Sessions suivantes", " ; ".join([*days_told[1:], *older]) or None),
        ("Durée", days(offer.duration_days)),
        ("Attestation de fin de stage", yes(offer.has_certificate)),
        ("Prix", f"{price}\u00a0€" if price is not None else None),
    ]


def session(one: CourseSession) -> str:
    """« 3 mars (12 places, 4 libres, Villeurbanne) »."""
    return f"{short_day(one.on)} ({one.details})" if one.details else short_day(one.on)


WRITERS: dict[type[Offer], Any] = {
    TigPost: tig,
    HousingOffer: housing,
    JobOffer: job,
    CareOffer: care,
    CourseOffer: course,
}
