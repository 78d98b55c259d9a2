"""New accreditations of an organization: those asked for, those granted before they came here."""

from flask import render_template
from flask.typing import ResponseReturnValue

from app.access import Act
from app.directory import actions
from app.directory.forms.accreditation import AccreditationForm, RequestForm
from app.directory.routes.base import blueprint, load_organization
from app.directory.routes.editing import saved
from app.directory.twins import ACCREDITATION, twin
from app.extensions import db
from app.gate import require

NEW = "directory/new_accreditation.html"
ASKED = "directory/new_accreditation_request.html"


@blueprint.get("/structures/<int:organization_id>/habilitations/nouvelle")
def new_accreditation(organization_id: int) -> str:
    """A right given for a time."""
    organization = load_organization(organization_id)
    require(Act.DECIDE_ACCREDITATION, organization)
    return render_template(NEW, form=AccreditationForm(), organization=organization)


@blueprint.post("/structures/<int:organization_id>/habilitations/nouvelle")
def create_accreditation(organization_id: int) -> ResponseReturnValue:
    """Write the decision down, once; five years unless said."""
    organization = load_organization(organization_id, lock=True)
    require(Act.DECIDE_ACCREDITATION, organization)
    form = AccreditationForm()
    if not form.validate():
        return render_template(NEW, form=form, organization=organization), 422
    said = form.terms()
    asked = said | {"requested_on": said["decided_on"]}
    if not twin(organization.accreditations, asked, ACCREDITATION):
        actions.grant_accreditation(db.session, organization, **said)
    return saved(organization, "L'habilitation est enregistrée.")


@blueprint.get("/structures/<int:organization_id>/habilitations/demande")
def new_accreditation_request(organization_id: int) -> str:
    """A right one asks for."""
    organization = load_organization(organization_id)
    require(Act.REQUEST_ACCREDITATION, organization)
    return render_template(ASKED, form=RequestForm(), organization=organization)


@blueprint.post("/structures/<int:organization_id>/habilitations/demande")
def create_accreditation_request(organization_id: int) -> ResponseReturnValue:
    """Write the request down, once; both opinions are awaited."""
    organization = load_organization(organization_id, lock=True)
    require(Act.REQUEST_ACCREDITATION, organization)
    form = RequestForm()
    if not form.validate():
        return render_template(ASKED, form=form, organization=organization), 422
    if not twin(organization.accreditations, form.terms(), ACCREDITATION):
        actions.request_accreditation(db.session, organization, **form.terms())
    return saved(organization, "La demande d'habilitation est enregistrée.")
