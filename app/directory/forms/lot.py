"""What is said of a lot of places, and of who is welcome."""

from typing import Any

from flask_wtf import FlaskForm
from wtforms import BooleanField, ValidationError

from app.fields import Line, Whole, one_of, several_of
from models.codes.claims import Sharing
from models.codes.offer import Gender, Household, Public, Weekday, Welcome, YesNo
from models.codes.people import MeasureType

AGES = "Écrivez un âge de 0 à 120 ans."


class LotForm(FlaskForm):
    """Units counted together."""

    label = Line("Nom du lot", 80, required="Écrivez pour qui sont ces places.")
    gender = one_of(Gender, "Ouvert à", default=Gender.ANY)
    households = several_of(Household, "Foyers accueillis")
    days = several_of(Weekday, "Jours")
    is_for_minors = BooleanField("Pour des mineurs")
    sharing = one_of(Sharing, "Partage", default=Sharing.DEDICATED)
    places = Whole(
        "Nombre de places",
        0,
        1000,
        "Écrivez un nombre de places, de 0 à 1000.",
        required="Écrivez le nombre de places.",
    )

    def terms(self) -> dict[str, Any]:
        """For whom and when; the number and the sharing have their own verbs."""
        names = ("label", "gender", "households", "days", "is_for_minors")
        return {name: getattr(self, name).data for name in names}


class AudienceForm(FlaskForm):
    """Who is welcome; nothing said here is said by the site or the organization."""

    gender = one_of(Gender, "Public")
    age_min = Whole("Âge minimal", 0, 120, AGES)
    age_max = Whole("Âge maximal", 0, 120, AGES)
    households = several_of(Household, "Foyers accueillis")
    publics = several_of(Public, "Destiné à")
    welcome = one_of(Welcome, "Ouverture aux autres")
    residence_requirement = Line("Lieu de résidence demandé", 200)
    animals = one_of(YesNo, "Animaux")
    measures_refused = several_of(MeasureType, "Mesures non accueillies")

    def validate_age_max(self, field: Whole) -> None:
        """No less than the least."""
        if field.data is not None and (self.age_min.data or 0) > field.data:
            raise ValidationError("L'âge maximal doit dépasser l'âge minimal.")

    def terms(self) -> dict[str, Any]:
        """As the verb takes them."""
        said = {field.name: field.data for field in self if field.name != "csrf_token"}
        return {name: None if value == "" else value for name, value in said.items()}
