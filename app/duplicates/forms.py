"""What somebody says who saw two records for one."""

from typing import Any

from flask_wtf import FlaskForm
from wtforms import HiddenField

from app.fields import Prose, Required

CHOOSE = "Choisissez l'autre fiche."


class ReportForm(FlaskForm):
    """The other record, and what makes one think so."""

    autre: Any = HiddenField("L'autre fiche", validators=[Required(CHOOSE)])
    note = Prose("Ce qui vous le fait penser", 500)

    def refuse_other(self) -> None:
        """The record chosen is not one that this account sees, or is the same."""
        self.autre.errors = [CHOOSE]
