"""What only a host enters about a stay: incidents and its own withdrawal."""

from flask_wtf import FlaskForm
from wtforms import BooleanField

from app.fields import Careful, Day, one_of
from app.fields.sensitive import HEALTH
from app.hosting.forms import CertificateForm, HoursForm, SupervisorForm
from models.codes.follow import IncidentKind


class IncidentForm(FlaskForm):
    """A breach or an incident, caused or suffered."""

    kind = one_of(IncidentKind, "Nature", required="Choisissez ce qui s'est passé.")
    happened_on = Day("Jour", required="Écrivez le jour.")
    description = Careful(
        "Ce qui s'est passé", 1000, required="Décrivez ce qui s'est passé.", about=HEALTH
    )
    is_suspended = BooleanField("J'ai suspendu l'accueil (danger immédiat ou faute grave)")


class WithdrawalForm(FlaskForm):
    """Why the host ends the stay."""

    reason = Careful("Pourquoi", 500, required="Dites pourquoi en quelques mots.")


KINDS: dict[str, type[FlaskForm]] = {
    "hours": HoursForm,
    "supervisor": SupervisorForm,
    "incident": IncidentForm,
    "withdrawal": WithdrawalForm,
    "certificate": CertificateForm,
}
