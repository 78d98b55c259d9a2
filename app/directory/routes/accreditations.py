"""Accreditations of an organization, written by who decides them."""

from flask import render_template
from flask.typing import ResponseReturnValue

from app.access import Act
from app.directory import actions
from app.directory.forms.deciding import AccreditationForm
from app.directory.routes.base import blueprint, load_organization
from app.directory.routes.editing import saved
from app.extensions import db
from app.gate import require

NEW = "directory/new_accreditation.html"


@blueprint.get("/structures/<int:organization_id>/habilitations/nouvelle")
def new_accreditation(organization_id: int) -> str:
    """A right given for a time."""
    organization = load_organization(organization_id)
    require(Act.DECIDE_ACCREDITATION, organization)
    return render_template(NEW, form=AccreditationForm(), organization=organization)


@blueprint.post("/structures/<int:organization_id>/habilitations/nouvelle")
def create_accreditation(organization_id: int) -> ResponseReturnValue:
    """Write the decision down; five years unless said."""
    organization = load_organization(organization_id)
    require(Act.DECIDE_ACCREDITATION, organization)
    form = AccreditationForm()
    if not form.validate():
        return render_template(NEW, form=form, organization=organization), 422
    actions.grant_accreditation(db.session, organization, **form.terms())
    return saved(organization, "L'habilitation est enregistrée.")
