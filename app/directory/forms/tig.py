"""The fields of a TIG post (domain §4.4)."""

from wtforms import BooleanField, ValidationError

from app.directory.forms.fields import Items, maybe
from app.directory.forms.offer import OfferForm, asked
from app.fields import Careful, Line, Prose, Whole, one_of, several_of
from models.codes.offer import Band, Weekday
from models.codes.tig import HostReservation, RiskFlag, TigActivity, TigForm

HOURS = "Écrivez un nombre d'heures, de 0 à 400."
WEEK = "Écrivez un nombre d'heures, de 0 à 60."


class TigPostForm(OfferForm):
    """A kind of unpaid work, as the listing request asks (CPEN R623-7)."""

    activity = one_of(TigActivity, "Activité", required="Choisissez l'activité.")
    nature_of_work = Prose("Nature du travail", 1000, required="Décrivez le travail.")
    execution_terms = Prose("Conditions d'exécution", 1000)
    form = one_of(TigForm, "Forme", default=TigForm.INDIVIDUAL)
    supervisor_name = Line("Nom de l'encadrant", 120)
    days = several_of(Weekday, "Jours")
    bands = several_of(Band, "Moments")
    min_hours = Whole("Heures au moins", 0, 400, HOURS)
    max_hours = Whole("Heures au plus", 0, 400, HOURS)
    max_hours_per_week = Whole("Heures par semaine au plus", 0, 60, WEEK)
    seasonality = Line("Saison", 100)
    accepts_minors = BooleanField("Accueille des mineurs")
    accepts_tnr = asked("Travail non rémunéré (TNR)")
    risk_flags = several_of(RiskFlag, "Risques qui demandent une visite médicale")
    host_reservations = several_of(HostReservation, "Réserves de la structure")
    reservations_note = Careful(
        "Réserves, en quelques mots", 500, description="Lu par le service seulement."
    )
    needs_licence = asked("Permis de conduire demandé")
    needs_own_vehicle = asked("Véhicule personnel nécessaire")
    is_equipment_provided = maybe("Équipement fourni")
    clothes = Line("Tenue à prévoir", 150)
    is_meal_provided = maybe("Repas fourni")
    has_transport_help = asked("Aide au transport")
    is_road_victim_centre = BooleanField("Accueille des victimes de la route")
    agreed_departments = Items("Accord d'autres départements", description="Un code par ligne.")

    def validate_max_hours(self, field: Whole) -> None:
        """No less than the least."""
        if field.data is not None and (self.min_hours.data or 0) > field.data:
            raise ValidationError("Écrivez au moins autant que le minimum.")
