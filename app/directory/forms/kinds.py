"""The fields that each family adds to an offer (domain §4.4)."""

import re

from wtforms import BooleanField, ValidationError

from app.directory.forms.fields import Items, maybe
from app.directory.forms.offer import DAYS, ONE_A_LINE, OfferForm, asked
from app.directory.forms.sessions import LIKE, Sessions
from app.directory.forms.tig import WEEK, TigPostForm
from app.fields import Day, Line, Whole, one_of, several_of
from models.codes.housing import HousingType, RoomKind
from models.codes.offer import Band, Family, Weekday
from models.codes.services import (
    CareOrder,
    CareType,
    ContractType,
    CourseType,
    EmployerType,
    SupportType,
)

PLACES = "Écrivez un nombre de places, de 0 à 1000."


class HousingForm(OfferForm):
    """Beds, rooms or flats."""

    housing_type = one_of(HousingType, "Sorte de logement", required="Choisissez la sorte.")
    room_kind = one_of(RoomKind, "Ce qu'est une place")
    capacity_total = Whole("Places en tout", 0, 1000, PLACES)
    reserved_spip = Whole("Places réservées au SPIP", 0, 1000, PLACES)
    reserved_pe = Whole("Places réservées au placement extérieur", 0, 1000, PLACES)
    reserved_siao = Whole("Places réservées au SIAO", 0, 1000, PLACES)
    pmr_rooms = Whole("Chambres accessibles en fauteuil", 0, 1000, PLACES)
    children_age_limits = Line("Âge des enfants accueillis", 100)
    is_siao_only = BooleanField("Par le SIAO seulement")
    tag_compatible = asked("Bracelet électronique accepté")
    owner_agreement = asked("Accord écrit du bailleur possible")
    stay_min_days = Whole("Séjour d'au moins (jours)", 0, 3650, DAYS)
    stay_max_days = Whole("Séjour d'au plus (jours)", 0, 3650, DAYS)
    is_renewable = maybe("Renouvelable")
    entry_hours = Line("Jours et heures d'entrée", 200)
    has_weekend_entry = asked("Entrée le week-end")
    has_night_presence = asked("Présence la nuit")
    min_resources = Line("Ressources minimales", 200)
    participation_fee = Line("Participation demandée", 200)
    papers_needed = Line("Papiers nécessaires au séjour", 200)
    needs_regular_stay = asked("Séjour régulier exigé")
    supports = Items("Accompagnement", description=ONE_A_LINE)
    has_domiciliation = asked("Domiciliation")
    alcohol_rule = Line("Règle sur l'alcool", 200)
    is_substitution_accepted = asked("Traitement de substitution accepté")
    annual_visit_on = Day("Dernière visite annuelle")

    def validate_stay_max_days(self, field: Whole) -> None:
        """No less than the least."""
        if field.data is not None and (self.stay_min_days.data or 0) > field.data:
            raise ValidationError("Écrivez au moins autant que le minimum.")


class JobForm(OfferForm):
    """A job, a training place or an integration pathway."""

    employer_type = one_of(EmployerType, "Employeur", required="Choisissez l'employeur.")
    contract = one_of(ContractType, "Contrat")
    rome_code = Line("Métier (code ROME)", 5)
    hours_per_week = Whole("Heures par semaine", 0, 60, WEEK)
    schedule = Line("Horaires de travail", 200)
    days = several_of(Weekday, "Jours")
    bands = several_of(Band, "Moments")
    eligibility = Line("Conditions d'accès", 300)
    licence = Line("Permis demandé", 100)
    entry_calendar = Line("Entrées", 200)
    language_level = Line("Niveau de français", 100)
    has_record_check = asked("Casier judiciaire vérifié")

    def validate_rome_code(self, field: Line) -> None:
        """A letter and four digits."""
        field.data = (field.data or "").upper()
        if field.data and not re.fullmatch(r"[A-N]\d{4}", field.data):
            raise ValidationError("Un code ROME est une lettre et 4 chiffres, comme A1203.")


class CareForm(OfferForm):
    """A care place; nothing clinical about anybody."""

    care_type = one_of(CareType, "Sorte de lieu", required="Choisissez la sorte de lieu.")
    catchment = Line("Secteur", 200)
    appointment_delay_days = Whole("Délai de rendez-vous (jours)", 0, 3650, DAYS)
    delay_measured_on = Day("Délai mesuré le")
    court_ordered_care = several_of(CareOrder, "Soins ordonnés suivis")
    is_residential = asked("Avec hébergement")
    has_attendance_certificate = asked("Attestation de présence")
    has_substitution = asked("Traitement de substitution")


class CourseForm(OfferForm):
    """A court-ordered course."""

    course_type = one_of(CourseType, "Stage", required="Choisissez le stage.")
    duration_days = Whole("Durée (jours)", 0, 365, "Écrivez de 0 à 365 jours.")
    price_euros = Whole("Prix (euros)", 0, 10_000, "Écrivez un prix de 0 à 10 000 €.")
    next_session_on = Day("Prochaine session")
    sessions = Sessions("Sessions suivantes", description=f"Une par ligne, comme : {LIKE}.")
    has_certificate = asked("Attestation de fin de stage")


class SupportForm(OfferForm):
    """Rights, family, victims, material help, mobility, sport and culture."""

    support_type = one_of(SupportType, "Sorte d'aide", required="Choisissez la sorte d'aide.")


FORMS: dict[Family, type[OfferForm]] = {
    Family.TIG: TigPostForm,
    Family.LOGEMENT: HousingForm,
    Family.EMPLOI_FORMATION: JobForm,
    Family.SANTE: CareForm,
    Family.STAGE: CourseForm,
}


def form_of(family: Family) -> type[OfferForm]:
    """The form of a family's offers."""
    return FORMS.get(family, SupportForm)
