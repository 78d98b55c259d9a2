"""Who the person is: the fields of identity, household and outside numbers."""

import re
from typing import Any

from wtforms import BooleanField, ValidationError

from app.casework import rules
from app.decisions.rules.person import refuse_minor
from app.fields import Day, Line, one_of, radio
from exchange.values import reach
from exchange.values.wrong import Wrong
from models.base import today
from models.codes.offer import Household
from models.codes.people import ExternalSystem, Setting, Sex

NOT_A_PHONE = "Ce numéro n'existe pas : écrivez-le comme 06 12 34 56 78."


class IdentityFields:
    """Identity is encrypted once stored; nothing else of the person's life is asked."""

    last_name = Line("Nom", 80, required="Écrivez le nom de la personne.")
    first_name = Line("Prénom", 80, required="Écrivez le prénom de la personne.")
    birth_date = Day("Date de naissance", required="Écrivez la date de naissance.")
    sex = radio(Sex, "Sexe", required="Choisissez homme ou femme, comme au dossier.")
    phone = Line("Téléphone", 30)
    setting = radio(Setting, "Suivi en", default=Setting.OPEN)
    household = one_of(Household, "Composition du foyer", default=Household.SINGLE)
    has_animal = BooleanField("Vient avec un animal")
    needs_pmr = BooleanField("A besoin d'un accès adapté (fauteuil, mobilité réduite)")
    reference_system = one_of(ExternalSystem, "Autre logiciel")
    reference_value = Line("Numéro dans ce logiciel", 40)

    def validate_birth_date(self, field: Day) -> None:
        """RULE-TIG-08: nobody under 18 is followed here."""
        if field.data is None:
            return
        refused = rules.refuse_birth(field.data, today())
        refused = refused or refuse_minor(rules.age_on(field.data, today()))
        if refused:
            raise ValidationError(refused)

    def validate_phone(self, field: Line) -> None:
        """A number is kept in its international form."""
        if field.data and not field.errors:
            field.data = international(field.data)

    def validate_reference_value(self, field: Line) -> None:
        """A number without its software could never be looked up."""
        if field.data and not self.reference_system.data:
            raise ValidationError("Choisissez le logiciel où ce numéro se trouve.")

    def identity(self) -> dict[str, Any]:
        """The person as `actions.create_person` takes them."""
        names = (
            *("last_name", "first_name", "birth_date", "sex", "phone"),
            *("setting", "household", "has_animal", "needs_pmr"),
        )
        return {name: getattr(self, name).data for name in names}

    def number(self) -> dict[str, Any] | None:
        """The number in another software as `actions.know_as` takes it, or None."""
        if not self.reference_value.data:
            return None
        return {"system": self.reference_system.data, "value": self.reference_value.data}


def international(typed: str) -> str:
    """`+33612345678`, or ValidationError."""
    try:
        number = reach.international(re.sub(r"[\s.]", "", typed))
    except Wrong as wrong:
        raise ValidationError(NOT_A_PHONE) from wrong
    if not number.startswith("+"):  # 115 is nobody's own
        raise ValidationError(NOT_A_PHONE)
    return number
