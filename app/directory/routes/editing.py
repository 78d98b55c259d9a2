"""New and corrected organizations, by those entitled."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from app.access import Act
from app.directory import actions, queries
from app.directory.forms.organization import OrganizationForm
from app.directory.meanwhile import CHANGED, is_late, version
from app.directory.routes.base import blueprint, load_organization
from app.extensions import db
from app.gate import require
from app.keys import wait_for
from models.codes.organization import OrganizationStatus
from models.offer import Offer
from models.organization import Organization

NEW = "directory/new_organization.html"
EDIT = "directory/edit_organization.html"
CREATED = "La structure est créée. Ajoutez-lui un site."
STILL = " Ses offres suspendues le restent : proposez de nouveau celles qui reprennent."


@blueprint.get("/structures/nouvelle")
def new_organization() -> str:
    """A new partner."""
    require(Act.CREATE_ORGANIZATION)
    return render_template(NEW, form=OrganizationForm())


@blueprint.post("/structures/nouvelle")
def create_organization() -> ResponseReturnValue:
    """Write it down; the same form sent twice writes one."""
    require(Act.CREATE_ORGANIZATION)
    form = OrganizationForm()
    if not form.validate():
        return render_template(NEW, form=form), 422
    key = str(form.key.data)
    wait_for(db.session, key)
    if known := db.session.scalar(queries.known_as(key)):
        return show(known, CREATED)
    return saved(actions.create_organization(db.session, source_id=key, **form.terms()), CREATED)


@blueprint.get("/structures/<int:organization_id>/modifier")
def edit_organization(organization_id: int) -> str:
    """What it is now."""
    organization = load_organization(organization_id)
    require(Act.EDIT_ORGANIZATION, organization)
    return page(OrganizationForm(obj=organization), organization)


@blueprint.post("/structures/<int:organization_id>/modifier")
def update_organization(organization_id: int) -> ResponseReturnValue:
    """Correct it."""
    organization = load_organization(organization_id, lock=True)
    require(Act.EDIT_ORGANIZATION, organization)
    form = OrganizationForm()
    if not form.validate():
        return page(form, organization), 422
    if is_late(as_it_is(organization), form):
        return page(form, organization, [CHANGED]), 409
    said = corrected(organization, form)
    return saved(organization, f"La structure est à jour.{said}")


def as_it_is(organization: Organization) -> OrganizationForm:
    """The form of the organization, whatever was sent."""
    return OrganizationForm(formdata=None, obj=organization)


def page(
    form: OrganizationForm, organization: Organization, errors: list[str] | None = None
) -> str:
    """The form, as typed."""
    vu = version(as_it_is(organization))
    return render_template(EDIT, form=form, organization=organization, vu=vu, errors=errors or [])


def corrected(organization: Organization, form: OrganizationForm) -> str:
    """Correct it; what that does to its offers, in words."""
    was_closed = organization.status is OrganizationStatus.CLOSED
    actions.correct_organization(organization, **form.terms())
    if organization.status is OrganizationStatus.CLOSED:
        return stopped_with(organization)
    return STILL if was_closed else ""


def stopped_with(organization: Organization) -> str:
    """A partner that is closed proposes nothing any more: what that stopped, in words."""
    offers = db.session.scalars(queries.of_organization(organization).with_for_update(of=Offer))
    stopped = actions.suspend_all(offers)
    many = f" Ses {stopped} offres sont suspendues."
    one = " Son offre est suspendue."
    return many if stopped > 1 else one if stopped else ""


def saved(organization: Organization, said: str) -> Response:
    """Commit, and go to the organization."""
    organization_id = organization.id
    db.session.commit()
    return show(organization_id, said)


def show(organization_id: int, said: str) -> Response:
    """The organization, with what was done."""
    flash(said)
    return redirect(url_for("directory.organization", organization_id=organization_id), 303)
