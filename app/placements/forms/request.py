"""Forms about a request: its dates, its answer heard by telephone, its end, its confirmation."""

import datetime as dt
from typing import Any

from flask_wtf import FlaskForm
from wtforms import BooleanField
from wtforms.validators import ValidationError

from app.fields import Careful, Day, Line, one_of, radio
from app.filters import short_day
from app.placements.forms.narrowing import NOTE_HELP, narrow
from models.base import today
from models.codes.follow import Signatory
from models.codes.journey import OrientationStatus, Party, RefusalReason
from models.codes.offer import Family

LONGEST = dt.timedelta(days=3 * 365)
ANSWERS = (OrientationStatus.ACCEPTED, OrientationStatus.WAITLISTED, OrientationStatus.REFUSED)


class DatesForm(FlaskForm):
    """New days for a place."""

    starts_on = Day("Premier jour", "Indiquez le premier jour, par exemple 03/03/2027.")
    ends_on = Day("Dernier jour", "Indiquez le dernier jour, par exemple 30/06/2027.")

    def validate_ends_on(self, field: Day) -> None:
        """The end comes after the start, not years later, and not in the past."""
        start, end = self.starts_on.data, field.data
        if start is None or end is None:
            return
        if end < start:
            raise ValidationError(f"La fin doit être après le début ({short_day(start)}).")
        if end - start > LONGEST:
            raise ValidationError("Une place se réserve pour trois ans au plus.")
        if end < today():
            raise ValidationError("Le dernier jour est déjà passé.")


class FutureDatesForm(DatesForm):
    """New days for a place nobody has entered yet."""

    def validate_starts_on(self, field: Day) -> None:
        """A place is not held in the past."""
        if field.data and field.data < today():
            raise ValidationError("Le premier jour est déjà passé : choisissez une date à venir.")


class AnswerForm(FlaskForm):
    """An answer heard by telephone: who said what."""

    answer = radio(OrientationStatus, "Réponse", required="Choisissez la réponse reçue.")
    said_by = Line("Qui a répondu", 120, "Écrivez le nom de la personne qui a répondu.")
    reason = one_of(RefusalReason, "Motif du refus")
    note = Careful("Précisions", 500, description=NOTE_HELP)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        narrow(self.answer, ANSWERS)
        narrow(self.reason, [one for one in RefusalReason if one.party is Party.PARTNER])

    def validate_answer(self, field: Any) -> None:
        """One of the three answers a partner can give."""
        if field.data not in ANSWERS:
            raise ValidationError("Choisissez la réponse reçue.")

    def validate_reason(self, field: Any) -> None:
        """A refusal has a reason."""
        if self.answer.data is OrientationStatus.REFUSED and field.data not in field.allowed:
            raise ValidationError("Choisissez le motif du refus.")


class CancelForm(FlaskForm):
    """Why a request is given up."""

    reason = one_of(RefusalReason, "Motif", required="Choisissez le motif.")
    note = Careful("Précisions", 500, description=NOTE_HELP)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        narrow(self.reason, [one for one in RefusalReason if one.party is not Party.PARTNER])

    def validate_reason(self, field: Any) -> None:
        """The person's reasons or justice's; a partner's are answers, not cancellations."""
        if field.data not in field.allowed:
            raise ValidationError("Choisissez le motif.")


class ConfirmForm(FlaskForm):
    """The decision that places a person; a TIG asks for its signature (RULE-TIG-07, 19)."""

    consent_on = Day("Accord de la personne recueilli le", "Indiquez la date de l'accord.")
    signatory = radio(Signatory, "Décision d'affectation signée par")
    signed_by = Line("Nom du signataire", 120)
    decided_on = Day("Décision du")
    is_medical_due = BooleanField("Une visite médicale est nécessaire avant le début")
    supervisor_name = Line("Personne qui encadre sur place", 120)
    family: Family | None = None

    @property
    def is_tig(self) -> bool:
        """Whether the decision has to be signed."""
        return self.family is Family.TIG

    def validate_consent_on(self, field: Day) -> None:
        """Consent comes first."""
        if field.data and field.data > today():
            raise ValidationError("L'accord ne peut pas être daté d'un jour à venir.")

    def validate_signatory(self, field: Any) -> None:
        """Who decided (art. R. 623-11)."""
        if self.is_tig and field.data is None:
            raise ValidationError("Choisissez qui a signé la décision.")

    def validate_decided_on(self, field: Day) -> None:
        """When it was decided."""
        if self.is_tig and field.data is None:
            raise ValidationError("Indiquez la date de la décision.")
        if field.data and field.data > today():
            raise ValidationError("La décision ne peut pas être datée d'un jour à venir.")
