"""What an administrator and a guest may send."""

import re
from collections.abc import Sequence
from typing import Any

from email_validator import EmailNotValidError, validate_email
from flask_wtf import FlaskForm
from wtforms import Field, HiddenField, PasswordField, SelectField
from wtforms.validators import EqualTo, InputRequired, Optional, ValidationError

from app.accounts.actions import Post
from app.accounts.queries import named_organization
from app.accounts.rules import home_problem
from app.extensions import db
from app.fields import Line, one_of
from app.sign_in.passwords import HELP, weakness
from models.account import Unit
from models.codes.access import Role, UnitKind

DEPARTMENT = re.compile(r"\d\d|2[AB]|97\d|98\d")
PHONE = re.compile(r"\+?[\d .]{4,20}")


class AccountForm(FlaskForm):
    """The name and the address of an account."""

    name = Line("Nom affiché", 120, "Indiquez un nom.")
    email = Line("Adresse électronique", 200, "Indiquez l'adresse.")

    def validate_email(self, field: Field) -> None:
        """A well-formed address, put in lower case."""
        try:
            address = validate_email(field.data or "", check_deliverability=False)
        except EmailNotValidError:
            raise ValidationError("Écrivez une adresse complète : nom@domaine.fr.") from None
        field.data = address.normalized.lower()


class PostForm(FlaskForm):
    """A role, and the unit or the organization where it is held."""

    role = one_of(Role, "Rôle", required="Choisissez un rôle.")
    unit_id = SelectField(
        "Unité", [Optional()], description="Pour un agent ; facultative en administration."
    )
    organization = Line("Structure partenaire", 200)
    organization_id = HiddenField()

    def __init__(self, units: Sequence[Unit], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.units = {str(unit.id): unit for unit in units}
        self.unit_id.choices = [("", "Aucune"), *((key, u.name) for key, u in self.units.items())]
        self.post: Post | None = None

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether the role has the home it needs; `post` then holds both."""
        if not super().validate(extra_validators):
            return False
        return self._find_home(self.role.data)

    def _find_home(self, role: Role) -> bool:
        unit, name = self.units.get(self.unit_id.data or ""), self.organization.data or ""
        number = self.organization_id.data or ""
        chosen = int(number) if number.isdecimal() and len(number) < 18 else None
        organization = named_organization(db.session, chosen, name) if name else None
        if name and organization is None:
            self.organization.errors = ["Choisissez une structure de la liste proposée."]
            return False
        problem = home_problem(role, has_unit=bool(unit), has_organization=bool(organization))
        if problem:
            field = self.organization if role.is_partner == (unit is None) else self.unit_id
            field.errors = [problem]
            return False
        self.post = Post(role, unit, organization)
        return True


class InvitationForm(AccountForm, PostForm):
    """Whom to invite, and what for."""


class UnitForm(FlaskForm):
    """A local unit."""

    name = Line("Nom", 120, "Indiquez le nom de l'unité.")
    kind = one_of(UnitKind, "Activité", default=UnitKind.MIXED)
    department_code = Line("Département", 3, "Indiquez le code du département.")
    phone = Line("Téléphone", 20)

    def validate_department_code(self, field: Field) -> None:
        """A code of a département."""
        if not DEPARTMENT.fullmatch(field.data):
            raise ValidationError("Un code comme 69, 2A ou 974.")

    def validate_phone(self, field: Field) -> None:
        """Digits, if anything."""
        if field.data and not PHONE.fullmatch(field.data):
            raise ValidationError("Des chiffres et des espaces : 04 72 00 00 00.")


class PasswordForm(FlaskForm):
    """The password a guest chooses, twice."""

    password = PasswordField(
        "Mot de passe", [InputRequired("Choisissez un mot de passe.")], description=HELP
    )
    again = PasswordField(
        "Le même mot de passe",
        [
            InputRequired("Tapez-le une seconde fois."),
            EqualTo("password", "Les deux mots de passe sont différents."),
        ],
    )

    def validate_password(self, field: Field) -> None:
        """Strong enough."""
        problem = weakness(field.data or "")
        if problem:
            raise ValidationError(problem)
