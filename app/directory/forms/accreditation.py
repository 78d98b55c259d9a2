"""Accreditations: asked for, decided with both opinions, taken back, or written once granted."""

import re
from typing import Any

from flask_wtf import FlaskForm
from wtforms import RadioField, ValidationError

from app.directory.forms.deciding import PastDay
from app.directory.forms.fields import Checked
from app.fields import Day, Line, SelectChoice, one_of
from app.fields.chosen import coded
from app.filters import short_day
from models.accreditation import Accreditation
from models.codes.organization import AccreditationKind, AccreditationStatus

S = AccreditationStatus
DEPARTMENT = re.compile(r"0[1-9]|[1-8][0-9]|9[0-5]|2[AB]|97[1-8]|98[0-9]")
DECISIONS = [
    SelectChoice(S.REQUESTED.value, "Pas encore : noter seulement les avis reçus"),
    SelectChoice(S.GRANTED.value, "Accordée"),
    SelectChoice(S.REFUSED.value, "Refusée"),
]


class KindFields(FlaskForm):
    """What right, and where it holds."""

    kind = one_of(AccreditationKind, "Sorte", required="Choisissez la sorte.")
    department_code = Line("Département", 3)

    def validate_department_code(self, field: Line) -> None:
        """A local one holds in one département, a national one in all."""
        is_local = self.kind.data is not AccreditationKind.TIG_NATIONAL
        field.data = (field.data or "").upper()
        if is_local and self.kind.data and not DEPARTMENT.fullmatch(field.data):
            raise ValidationError("Écrivez le code du département, comme 69, 2A ou 974.")

    def where(self) -> dict[str, Any]:
        """The right as the verbs take it."""
        is_national = self.kind.data is AccreditationKind.TIG_NATIONAL
        code = None if is_national else self.department_code.data
        return {"kind": self.kind.data, "department_code": code}


class EndFields(FlaskForm):
    """Until when, under which number."""

    ends_on = Day("Jusqu'au")
    reference = Checked("Référence", 80)

    def validate_ends_on(self, field: Day) -> None:
        """The end comes after the start."""
        start = self["decided_on"].data
        if field.data and start and field.data <= start:
            raise ValidationError(f"La fin doit être après le début ({short_day(start)}).")


class AccreditationForm(KindFields, EndFields):
    """A right already decided."""

    decided_on = PastDay("Décidée le", required="Écrivez la date de la décision.")

    def terms(self) -> dict[str, Any]:
        """As the verb takes them."""
        said = {"ends_on": self.ends_on.data, "reference": self.reference.data or None}
        return self.where() | said | {"decided_on": self.decided_on.data}


class RequestForm(KindFields):
    """A right asked for, whose opinions and decision are awaited."""

    requested_on = PastDay("Demandée le", required="Écrivez la date de la demande.")

    def terms(self) -> dict[str, Any]:
        """As the verb takes them."""
        return self.where() | {"requested_on": self.requested_on.data}


class DecisionForm(EndFields):
    """The opinions received, and the decision once it is taken."""

    prosecutor_opinion_on = PastDay("Avis du procureur reçu le")
    judge_opinion_on = PastDay("Avis du juge de l'application des peines reçu le")
    decision: Any = coded(RadioField, S, "Décision", DECISIONS, "Choisissez.", default=S.REQUESTED)
    decided_on = PastDay("Décidée le")

    @property
    def is_decided(self) -> bool:
        """Whether more than opinions was written."""
        return self.decision.data is not S.REQUESTED

    def validate_decision(self, field: Any) -> None:
        """Granted, refused, or not yet."""
        if field.data not in (S.REQUESTED, S.GRANTED, S.REFUSED):
            raise ValidationError("Choisissez dans la liste.")

    def validate_decided_on(self, field: PastDay) -> None:
        """A decision has a day."""
        if self.is_decided and not field.data and not field.errors:
            raise ValidationError("Écrivez la date de la décision.")


class WithdrawalForm(FlaskForm):
    """The day a right is taken back."""

    withdrawn_on = PastDay("Retirée le", required="Écrivez la date du retrait.")
    granted: Accreditation

    def validate_withdrawn_on(self, field: PastDay) -> None:
        """Not before it was granted."""
        start = self.granted.decided_on
        if field.data and start and field.data < start:
            raise ValidationError(f"Elle a été accordée le {short_day(start)}.")
