"""What each column is called: the label of the field that fills it, or a word of its own."""

from functools import cache
from typing import Any

from wtforms.fields.core import UnboundField

from app.directory.forms.accreditation import AccreditationForm, DecisionForm, RequestForm
from app.directory.forms.accreditation import WithdrawalForm as Withdrawal
from app.directory.forms.contact import ContactForm
from app.directory.forms.hours import SyntaxForm
from app.directory.forms.kinds import FORMS, SupportForm
from app.directory.forms.lot import AudienceForm, LotForm
from app.directory.forms.organization import OrganizationForm
from app.directory.forms.site import SiteForm
from models.codes.history import Subject

FILLED_BY: dict[Subject, tuple[type[Any], ...]] = {
    Subject.ORGANIZATION: (OrganizationForm,),
    Subject.SITE: (SiteForm, SyntaxForm),
    Subject.OFFER: (*FORMS.values(), SupportForm, SyntaxForm, DecisionForm),
    Subject.LOT: (LotForm,),
    Subject.AUDIENCE: (AudienceForm,),
    Subject.CONTACT: (ContactForm,),
    Subject.ACCREDITATION: (AccreditationForm, RequestForm, DecisionForm, Withdrawal),
}
# What no form fills, or fills under another name.
OWN: dict[Subject, dict[str, str]] = {
    Subject.SITE: {"insee_code": "Commune", "public_point": "Point sur la carte"},
    Subject.OFFER: {
        "publication": "Publication",
        "listing_status": "Liste du département",
        "listing_requested_on": "Inscription demandée le",
        "listed_on": "Inscrit sur la liste le",
        "confirm_days": "À confirmer tous les (jours)",
    },
    Subject.ACCREDITATION: {"status": "État"},
}


@cache
def labels(subject: Subject) -> dict[str, str]:
    """The French name of each column of such a record."""
    return {
        name: str(field.args[0])
        for form in FILLED_BY[subject]
        for parent in form.__mro__
        for name, field in vars(parent).items()
        if isinstance(field, UnboundField) and field.args
    } | OWN.get(subject, {})
