"""What is said of an offer: the fields every family shares."""

from typing import Any

from flask_wtf import FlaskForm
from wtforms import BooleanField

from app.directory.forms.fields import Email, Items, Phone, maybe
from app.fields import Line, Prose, Whole, one_of, several_of
from models.codes.offer import AdmissionChannel, ContactFlag, Cost, YesNo
from models.codes.people import MeasureType

ONE_A_LINE = "Une par ligne."
DAYS = "Écrivez un nombre de jours, de 0 à 3650."


def asked(label: str) -> Any:
    """A yes or no that may be unknown."""
    return one_of(YesNo, label, default=YesNo.UNKNOWN)


class OfferForm(FlaskForm):
    """What it is, how one is admitted, what it involves."""

    title = Line("Titre", 150, required="Écrivez le titre de l'offre.")
    description = Prose("Description", 3000)
    admission = one_of(
        AdmissionChannel, "Comment y entrer", required="Choisissez comment on y entre."
    )
    admission_details = Line("Précisions sur la démarche", 300)
    documents_required = Items("Papiers demandés", description=ONE_A_LINE)
    is_interview_required = maybe("Entretien avant l'entrée")
    can_interview_in_custody = asked("Entretien possible en détention")
    lead_time_days = Whole("Délai avant l'entrée (jours)", 0, 3650, DAYS)
    cost = one_of(Cost, "Coût pour la personne", default=Cost.UNKNOWN)
    cost_details = Line("Précisions sur le coût", 200)
    languages = Items("Langues parlées", description=ONE_A_LINE)
    zone_eligibility = Items("Habitants concernés", description="Un territoire par ligne.")
    accepts_measures = several_of(MeasureType, "Mesures acceptées")
    contact_flags = several_of(ContactFlag, "Ce que le lieu comporte")
    requires_driving = BooleanField("Il faut conduire un véhicule")
    is_remote = BooleanField("À distance, sans se déplacer")
    phone = Phone("Téléphone de cette offre", 30)
    email = Email("Courriel de cette offre", 120)

    def terms(self) -> dict[str, Any]:
        """As the verbs take them."""
        said = {field.name: field.data for field in self if field.name != "csrf_token"}
        return {name: None if value == "" else value for name, value in said.items()}

    @property
    def own_fields(self) -> list[Any]:
        """The fields that the family adds, in the order of its form."""
        shared = set(OfferForm()._fields)
        return [field for field in self if field.name not in shared]
