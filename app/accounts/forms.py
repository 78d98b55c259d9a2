"""What an administrator and a guest may send."""

from collections.abc import Sequence
from typing import Any

from email_validator import EmailNotValidError, validate_email
from flask_wtf import FlaskForm
from wtforms import EmailField, Field, HiddenField, PasswordField, SelectField, StringField
from wtforms.validators import EqualTo, InputRequired, Length, Optional, Regexp, ValidationError

from app.accounts.actions import Post
from app.accounts.queries import named_organization
from app.accounts.rules import home_problem
from app.extensions import db
from app.sign_in.passwords import HELP, weakness
from models.account import Unit
from models.codes.access import Role, UnitKind

NAMED = [InputRequired("Indiquez un nom."), Length(max=120, message="120 caractères au plus.")]
DEPARTMENT = Regexp(r"(\d\d|2[AB]|97\d|98\d)\Z", message="Un code comme 69, 2A ou 974.")
PHONE = Regexp(r"\+?[\d .]{4,20}\Z", message="Des chiffres et des espaces : 04 72 00 00 00.")
NO_NUL = Regexp(r"[^\x00]*\Z", message="Ce texte contient un caractère interdit.")


def email_address(form: FlaskForm, field: Field) -> None:
    """A well-formed address, put in lower case."""
    try:
        address = validate_email(field.data or "", check_deliverability=False)
    except EmailNotValidError:
        raise ValidationError("Écrivez une adresse complète : nom@domaine.fr.") from None
    field.data = address.normalized.lower()


class AccountForm(FlaskForm):  # type: ignore[misc]
    """The name and the address of an account."""

    name = StringField("Nom affiché", [*NAMED, NO_NUL])
    email = EmailField(
        "Adresse électronique", [InputRequired("Indiquez l'adresse."), NO_NUL, email_address]
    )


class PostForm(FlaskForm):  # type: ignore[misc]
    """A role, and the unit or the organization where it is held."""

    role = SelectField("Rôle", choices=[("", "Choisissez un rôle"), *Role.choices()])
    unit_id = SelectField(
        "Unité",
        [Optional()],
        description="Pour un agent ; facultative en administration.",
    )
    organization = StringField("Structure partenaire", [NO_NUL, Length(max=200)])
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
        if not self.role.data:
            self.role.errors = ["Choisissez un rôle."]
            return False
        return self._find_home(Role(self.role.data))

    def _find_home(self, role: Role) -> bool:
        unit, name = self.units.get(self.unit_id.data or ""), (self.organization.data or "").strip()
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


class UnitForm(FlaskForm):  # type: ignore[misc]
    """A local unit."""

    name = StringField("Nom", [*NAMED, NO_NUL])
    kind = SelectField("Activité", choices=UnitKind.choices())
    department_code = StringField(
        "Département", [InputRequired("Indiquez le code du département."), DEPARTMENT]
    )
    phone = StringField("Téléphone", [Optional(), PHONE])


class PasswordForm(FlaskForm):  # type: ignore[misc]
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
