"""What is entered about a stay by its host, or by whoever heard it from the host."""

from typing import Any

from flask_wtf import FlaskForm

from app.fields import Day, Line, OnceKey, Whole


class HoursForm(FlaskForm):
    """The hours of one day, without travel or meals."""

    worked_on = Day("Jour", required="Écrivez le jour travaillé.")
    hours = Whole(
        "Heures", 0, 12, "Écrivez un nombre entier d'heures, de 0 à 12.", required="Écrivez 0 à 12."
    )
    minutes = Whole("Minutes", 0, 59, "Écrivez un nombre de minutes, de 0 à 59.", default=0)
    work_done = Line("Travail effectué", 200)
    key = OnceKey()

    @property
    def total(self) -> int:
        """The whole duration, in minutes."""
        return (self.hours.data or 0) * 60 + (self.minutes.data or 0)

    def worked(self) -> dict[str, Any]:
        """The day as `actions.enter_hours` takes it."""
        return {
            "worked_on": self.worked_on.data,
            "minutes": self.total,
            "work_done": self.work_done.data,
            "key": self.key.data,
        }


class SupervisorForm(FlaskForm):
    """Who supervises on site."""

    name = Line("Nom de l'encadrant", 120, required="Écrivez le nom de l'encadrant.")


class CertificateForm(FlaskForm):
    """The day of the completion certificate."""

    on = Day("Date de l'attestation", required="Écrivez la date de l'attestation.")
