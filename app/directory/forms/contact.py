"""Somebody, or a desk, one can call about a site."""

from typing import Any

from flask_wtf import FlaskForm
from wtforms import ValidationError

from app.directory.forms.fields import Email, Phone
from app.fields import Line


class ContactForm(FlaskForm):
    """Who, and how to reach them."""

    name = Line("Nom", 120, required="Écrivez le nom de la personne ou du service.")
    function = Line("Fonction", 120, description="Par exemple : encadrante, accueil, direction.")
    phone = Phone("Téléphone", 30)
    email = Email("Courriel", 120)

    def validate_phone(self, field: Phone) -> None:
        """One way to reach them at least."""
        if not field.data and not self.email.data:
            raise ValidationError("Écrivez un téléphone ou un courriel.")

    def terms(self) -> dict[str, Any]:
        """As the verbs take them."""
        names = ("name", "function", "phone", "email")
        return {name: self[name].data or None for name in names}
