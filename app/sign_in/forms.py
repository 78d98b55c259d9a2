"""The forms of Flask-Security with our words."""

from typing import Any

from flask_security import forms as theirs
from flask_security.forms import EmailValidation, email_required, password_required
from flask_security.recovery_codes import MfRecoveryForm
from flask_security.utils import validate_redirect_url
from wtforms import EmailField, Field, PasswordField, RadioField, StringField
from wtforms.validators import DataRequired, EqualTo

from app.fields import SelectChoice, visible
from app.sign_in import throttle
from app.sign_in.counted import Counted
from app.sign_in.passwords import HELP

DIFFERENT = "Les deux mots de passe sont différents."


def plain(text: str | None) -> str:
    """What was typed, without the characters one does not see."""
    return visible((text or "").strip())


class SignInForm(Counted, theirs.LoginForm):
    """E-mail address and password."""

    email = EmailField(
        "Adresse électronique", [email_required, EmailValidation(verify=False)], [plain]
    )
    password = PasswordField("Mot de passe", [password_required])
    remember = None  # type: ignore[assignment]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.password.description = ""

    def whose(self) -> str:
        """The address typed, whether it has an account or not."""
        return str(self.email.data or "").strip().lower()

    def validate_next(self, field: Field) -> None:
        """An address outside of the application is forgotten without a word."""
        field.data = field.data if validate_redirect_url(field.data) else "/"


class ConfirmForm(Counted, theirs.VerifyForm):
    """The password again, before changing how one signs in."""

    password = PasswordField("Mot de passe", [password_required])


class CodeForm(Counted, theirs.TwoFactorVerifyCodeForm):
    """The code of the authenticator; not counted while it is being set up."""

    secret = "code"
    code = StringField("Code à 6 chiffres", [DataRequired("Tapez le code à 6 chiffres.")])

    def validate(self, **kwargs: Any) -> bool:
        """Whether the code is right, spaces left out."""
        self.code.data = "".join(plain(self.code.data).split())
        if self.is_setup:
            return theirs.TwoFactorVerifyCodeForm.validate(self, **kwargs)
        return super().validate(**kwargs)


class RecoveryForm(Counted, MfRecoveryForm):
    """A recovery code, good once."""

    secret = "code"
    code = StringField("Code de secours", [DataRequired("Tapez un code de secours.")], [plain])


class ForgottenForm(theirs.ForgotPasswordForm):
    """The address to which a link is sent; each request counts, so that nobody is flooded."""

    email = EmailField(
        "Adresse électronique",
        [email_required, EmailValidation(verify=False), theirs.valid_user_email],
        [plain],
    )

    def validate(self, **kwargs: Any) -> bool:
        """Whether the address has an account, which the page does not say."""
        if self.email.data:
            throttle.begin(f"reset {self.email.data.strip().lower()}")
        return super().validate(**kwargs)


class ResetForm(theirs.ResetPasswordForm):
    """A new password, twice."""

    password = PasswordField("Nouveau mot de passe", [password_required], description=HELP)
    password_confirm = PasswordField(
        "Le même mot de passe", [password_required, EqualTo("password", DIFFERENT)]
    )


class ChangeForm(Counted, theirs.ChangePasswordForm):
    """The present password, and a new one twice."""

    password = PasswordField("Mot de passe actuel", [password_required])
    new_password = PasswordField("Nouveau mot de passe", [password_required], description=HELP)
    new_password_confirm = PasswordField(
        "Le même mot de passe",
        [password_required, EqualTo("new_password", DIFFERENT)],
    )

    def is_wrong(self) -> bool:
        """The present password is wrong."""
        return bool(self.password.errors)


class SetupForm(theirs.TwoFactorSetupForm):
    """The only second factor is an authenticator; the page shows its barcode at once."""

    setup = RadioField("Application", choices=[SelectChoice("authenticator", "Application")])


class RescueForm(theirs.TwoFactorRescueForm):
    """Only recovery codes help: nobody resets a second factor by e-mail."""

    help_setup = RadioField("Aide", choices=[])


FORMS: dict[str, Any] = {
    "login_form": SignInForm,
    "verify_form": ConfirmForm,
    "two_factor_verify_code_form": CodeForm,
    "two_factor_setup_form": SetupForm,
    "two_factor_rescue_form": RescueForm,
    "mf_recovery_form": RecoveryForm,
    "forgot_password_form": ForgottenForm,
    "reset_password_form": ResetForm,
    "change_password_form": ChangeForm,
}
