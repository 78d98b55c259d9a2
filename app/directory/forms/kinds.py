"""The fields that each family adds to an offer (domain §4.4)."""

import re

from wtforms import BooleanField, ValidationError

from app.directory.forms.fields import Items, maybe
from app.directory.forms.offer import DAYS, ONE_A_LINE, OfferForm, asked
from app.fields import Day, Line, Prose, Whole, one_of, several_of
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
from models.codes.tig import HostReservation, RiskFlag, TigActivity, TigForm

HOURS = "Écrivez un nombre d'heures, de 0 à 400."
WEEK = "Écrivez un nombre d'heures, de 0 à 60."


class TigPostForm(OfferForm):
    """A kind of unpaid work, as the listing request asks (CPEN R623-7)."""

    activity = one_of(TigActivity, "Activité", required="Choisissez l'activité.")
    nature_of_work = Prose("Nature du travail", 1000, required="Décrivez le travail.")
    execution_terms = Prose("Conditions d'exécution", 1000)
    form = one_of(TigForm, "Forme", default=TigForm.INDIVIDUAL)
    supervisor_name = Line("Nom de l'encadrant", 120)
    days = several_of(Weekday, "Jours")
    bands = several_of(Band, "Moments")
    min_hours = Whole("Heures au moins", 0, 400, HOURS)
    max_hours = Whole("Heures au plus", 0, 400, HOURS)
    max_hours_per_week = Whole("Heures par semaine au plus", 0, 60, WEEK)
    accepts_minors = BooleanField("Accueille des mineurs")
    accepts_tnr = asked("Travail non rémunéré (TNR)")
    risk_flags = several_of(RiskFlag, "Risques qui demandent une visite médicale")
    host_reservations = several_of(HostReservation, "Réserves de la structure")
    is_equipment_provided = maybe("Équipement fourni")
    is_meal_provided = maybe("Repas fourni")
    is_road_victim_centre = BooleanField("Accueille des victimes de la route")
    agreed_departments = Items("Accord d'autres départements", description="Un code par ligne.")

    def validate_max_hours(self, field: Whole) -> None:
        """No less than the least."""
        if field.data is not None and (self.min_hours.data or 0) > field.data:
            raise ValidationError("Écrivez au moins autant que le minimum.")


class HousingForm(OfferForm):
    """Beds, rooms or flats."""

    housing_type = one_of(HousingType, "Sorte de logement", required="Choisissez la sorte.")
    room_kind = one_of(RoomKind, "Ce qu'est une place")
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
    has_attendance_certificate = asked("Attestation de présence")
    has_substitution = asked("Traitement de substitution")


class CourseForm(OfferForm):
    """A court-ordered course."""

    course_type = one_of(CourseType, "Stage", required="Choisissez le stage.")
    duration_days = Whole("Durée (jours)", 0, 365, "Écrivez de 0 à 365 jours.")
    price_euros = Whole("Prix (euros)", 0, 10_000, "Écrivez un prix de 0 à 10 000 €.")
    next_session_on = Day("Prochaine session")


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
