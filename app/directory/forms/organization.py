"""What is said of an organization."""

import re
from typing import Any

from flask_wtf import FlaskForm
from stdnum import luhn
from stdnum.fr import siret as siret_number
from wtforms import ValidationError

from app.directory.forms.fields import Email, Items, Phone, Website
from app.fields import Line, OnceKey, Prose, one_of
from models.codes.organization import LegalForm, OrganizationStatus


class OrganizationForm(FlaskForm):
    """Its names, its numbers, how to reach it."""

    legal_name = Line("Nom", 150, required="Écrivez le nom de la structure.")
    acronym = Line("Sigle", 30)
    legal_form = one_of(LegalForm, "Forme juridique", required="Choisissez la forme juridique.")
    status = one_of(
        OrganizationStatus,
        "État du partenariat",
        default=OrganizationStatus.ACTIVE,
        description="En pause : ses offres le disent. Fermée : elles sont suspendues.",
    )
    description = Prose("Présentation", 2000)
    phone = Phone("Téléphone", 30)
    email = Email("Courriel", 120)
    website = Website("Site internet", 200)
    siret = Line("SIRET", 20)
    rna = Line("Numéro RNA", 12)
    finess = Line("Numéro FINESS", 12)
    uai = Line("Numéro UAI", 8)
    national_reference = Line("Arrêté d'habilitation nationale", 120)
    networks = Items("Réseaux")
    key = OnceKey()

    def validate_legal_name(self, field: Line) -> None:
        """Long enough to be a name."""
        if field.data and len(field.data) < 3:
            raise ValidationError("Écrivez le nom en entier (3 caractères au moins).")

    def validate_siret(self, field: Line) -> None:
        """Fourteen digits that add up."""
        if field.data and not siret_number.is_valid(field.data):
            raise ValidationError("Ce SIRET n'existe pas : vérifiez ses 14 chiffres.")
        field.data = siret_number.compact(field.data) if field.data else None

    def validate_rna(self, field: Line) -> None:
        """W and nine digits."""
        field.data = re.sub(r"\s", "", field.data or "").upper() or None
        if field.data and not re.fullmatch(r"W[0-9AB]\d{8}", field.data):
            raise ValidationError("Un numéro RNA est un W suivi de 9 chiffres.")

    def validate_finess(self, field: Line) -> None:
        """Nine digits that add up; Corsican ones hold a letter."""
        number = re.sub(r"\s", "", field.data or "").upper()
        field.data = number or None
        is_written = bool(re.fullmatch(r"\d{9}|2[AB]\d{7}", number))
        if number and not (is_written and (not number.isdigit() or luhn.is_valid(number))):
            raise ValidationError("Ce numéro FINESS n'existe pas : vérifiez ses 9 chiffres.")

    def validate_uai(self, field: Line) -> None:
        """Seven digits and a letter."""
        field.data = re.sub(r"\s", "", field.data or "").upper() or None
        if field.data and not re.fullmatch(r"\d{7}[A-Z]", field.data):
            raise ValidationError("Un numéro UAI est fait de 7 chiffres et d'une lettre.")

    def terms(self) -> dict[str, Any]:
        """As the verbs take them."""
        said = {field.name: field.data for field in self if field.name not in ("csrf_token", "key")}
        return {name: None if value == "" else value for name, value in said.items()}
