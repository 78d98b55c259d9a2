"""What a host enters about a stay: hours, supervisor, incidents, withdrawal, certificate."""

from flask_wtf import FlaskForm
from wtforms import BooleanField

from app.fields import Day, Line, Prose, Whole, one_of
from models.codes.journey import IncidentKind


class HoursForm(FlaskForm):
    """The hours of one day, without travel or meals."""

    worked_on = Day("Jour", required="Écrivez le jour travaillé.")
    hours = Whole(
        "Heures", 0, 12, "Écrivez un nombre entier d'heures, de 0 à 12.", required="Écrivez 0 à 12."
    )
    minutes = Whole("Minutes", 0, 59, "Écrivez un nombre de minutes, de 0 à 59.", default=0)
    work_done = Line("Travail effectué", 200)

    @property
    def total(self) -> int:
        """The whole duration, in minutes."""
        return (self.hours.data or 0) * 60 + (self.minutes.data or 0)


class SupervisorForm(FlaskForm):
    """Who supervises on site."""

    name = Line("Nom de l'encadrant", 120, required="Écrivez le nom de l'encadrant.")


class IncidentForm(FlaskForm):
    """A breach or an incident, caused or suffered."""

    kind = one_of(IncidentKind, "Nature", required="Choisissez ce qui s'est passé.")
    happened_on = Day("Jour", required="Écrivez le jour.")
    description = Prose("Ce qui s'est passé", 1000, required="Décrivez ce qui s'est passé.")
    is_suspended = BooleanField("J'ai suspendu l'accueil (danger immédiat ou faute grave)")


class WithdrawalForm(FlaskForm):
    """Why the host ends the stay."""

    reason = Prose("Pourquoi", 500, required="Dites pourquoi en quelques mots.")


class CertificateForm(FlaskForm):
    """The day of the completion certificate."""

    on = Day("Date de l'attestation", required="Écrivez la date de l'attestation.")


KINDS: dict[str, type[FlaskForm]] = {
    "hours": HoursForm,
    "supervisor": SupervisorForm,
    "incident": IncidentForm,
    "withdrawal": WithdrawalForm,
    "certificate": CertificateForm,
}
