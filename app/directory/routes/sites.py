"""New and corrected sites; the address of a confidential one is its own partner's to write."""

from typing import Any

from flask import render_template
from flask.typing import ResponseReturnValue

from app.access import Act, organizations_of
from app.directory import actions
from app.directory.forms.site import SiteForm
from app.directory.meanwhile import CHANGED, is_late, version
from app.directory.point import coordinates
from app.directory.routes.base import blueprint, load_organization, load_site
from app.directory.routes.editing import saved
from app.directory.standing import standing
from app.directory.twins import SITE, twin
from app.extensions import db
from app.gate import current_account, require
from models.organization import Organization, Site

NEW = "directory/new_site.html"
EDIT = "directory/edit_site.html"


@blueprint.get("/structures/<int:organization_id>/sites/nouveau")
def new_site(organization_id: int) -> str:
    """A place where the organization receives people."""
    owner = load_organization(organization_id)
    require(Act.EDIT_ORGANIZATION, owner)
    return page(NEW, SiteForm(), owner)


@blueprint.post("/structures/<int:organization_id>/sites/nouveau")
def create_site(organization_id: int) -> ResponseReturnValue:
    """Write it down."""
    owner = load_organization(organization_id, lock=True)
    require(Act.EDIT_ORGANIZATION, owner)
    form = SiteForm()
    if not form.validate():
        return page(NEW, form, owner), 422
    said = terms(form, owner)
    if twin(owner.sites, said, SITE):
        return saved(owner, "Ce site est déjà dans la structure.")
    actions.add_site(db.session, owner, **said)
    return saved(owner, "Le site est ajouté.")


@blueprint.get("/sites/<int:site_id>/modifier")
def edit_site(site_id: int) -> str:
    """Where it is, and how, now."""
    site = load_site(site_id)
    require(Act.EDIT_ORGANIZATION, site.organization)
    return page(EDIT, as_it_is(site), site.organization, site)


@blueprint.post("/sites/<int:site_id>/modifier")
def update_site(site_id: int) -> ResponseReturnValue:
    """Correct it."""
    site = load_site(site_id, lock=True)
    require(Act.EDIT_ORGANIZATION, site.organization)
    form = SiteForm()
    form.here = standing(site)
    if not form.validate():
        return page(EDIT, form, site.organization, site), 422
    if is_late(as_it_is(site), form):
        return page(EDIT, form, site.organization, site, [CHANGED]), 409
    actions.correct_site(site, **terms(form, site.organization, site))
    return saved(site.organization, "Le site est à jour.")


def as_it_is(site: Site) -> SiteForm:
    """The form of the site, whatever was sent."""
    form = SiteForm(formdata=None, obj=site)
    form.commune.data = commune_label(site)
    if site.public_point is not None:
        form.lon.data, form.lat.data = map(str, coordinates(site.public_point))
    return form


def commune_label(site: Site) -> str:
    """A text that finds the same commune when typed back."""
    return f"{site.commune.name} ({site.department_code})"


def terms(form: SiteForm, owner: Organization, site: Site | None = None) -> dict[str, Any]:
    """What the form says, without what only the partner itself may say or reveal."""
    said = form.terms()
    if is_own(owner):
        return said
    if site is not None and site.is_confidential:
        said["is_confidential"] = True
    if said["is_confidential"]:
        said |= dict.fromkeys(("address", "phone", "email", "lon", "lat"))
    return said


def is_own(owner: Organization) -> bool:
    """Whether the account speaks for this partner."""
    return owner.id in organizations_of(current_account())


def page(
    template: str,
    form: SiteForm,
    owner: Organization,
    site: Site | None = None,
    errors: list[str] | None = None,
) -> str:
    """The form of a site, new or known."""
    shown = {"organization": owner, "site": site, "is_own": is_own(owner), "errors": errors or []}
    vu = version(as_it_is(site)) if site else None
    return render_template(template, form=form, vu=vu, **shown)
