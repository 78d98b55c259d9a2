"""Whom to call about a site: added, corrected, removed by those who may edit the organization."""

from flask import abort, render_template
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from app.access import Act
from app.confidential import may_tend
from app.directory import actions
from app.directory.forms.contact import ContactForm
from app.directory.routes.base import blueprint, load_site
from app.directory.routes.editing import saved
from app.directory.twins import CONTACT, twin
from app.extensions import db
from app.gate import current_account, one_or_404, require
from models.organization import Contact, Site

NEW = "directory/new_contact.html"
EDIT = "directory/edit_contact.html"


@blueprint.get("/sites/<int:site_id>/contacts/nouveau")
def new_contact(site_id: int) -> str:
    """One more person, or desk, to call."""
    return render_template(NEW, form=ContactForm(), site=load_writable(site_id))


@blueprint.post("/sites/<int:site_id>/contacts/nouveau")
def create_contact(site_id: int) -> ResponseReturnValue:
    """Write it down; the same form sent twice writes one."""
    site = load_writable(site_id, lock=True)
    form = ContactForm()
    if not form.validate():
        return render_template(NEW, form=form, site=site), 422
    if not twin(site.contacts, form.terms(), CONTACT):
        actions.add_contact(db.session, site, **form.terms())
    return saved(site.organization, "Le contact est ajouté.")


@blueprint.get("/sites/<int:site_id>/contacts/<int:contact_id>/modifier")
def edit_contact(site_id: int, contact_id: int) -> str:
    """Who it is now."""
    site = load_writable(site_id)
    contact = load_contact(site, contact_id)
    return render_template(EDIT, form=ContactForm(obj=contact), site=site, contact=contact)


@blueprint.post("/sites/<int:site_id>/contacts/<int:contact_id>/modifier")
def update_contact(site_id: int, contact_id: int) -> ResponseReturnValue:
    """Correct it."""
    site = load_writable(site_id, lock=True)
    contact = load_contact(site, contact_id)
    form = ContactForm()
    if not form.validate():
        return render_template(EDIT, form=form, site=site, contact=contact), 422
    actions.correct_contact(contact, **form.terms())
    return saved(site.organization, "Le contact est à jour.")


@blueprint.post("/sites/<int:site_id>/contacts/<int:contact_id>/suppression")
def remove_contact(site_id: int, contact_id: int) -> ResponseReturnValue:
    """Nobody to call there any more."""
    site = load_writable(site_id, lock=True)
    actions.remove_contact(db.session, load_contact(site, contact_id))
    return saved(site.organization, "Le contact est supprimé.")


def load_writable(site_id: int, *, lock: bool = False) -> Site:
    """A site of an organization that the account may edit."""
    site = load_site(site_id, lock=lock)
    require(Act.EDIT_ORGANIZATION, site.organization)
    if not may_tend(site, current_account()):
        abort(403)
    return site


def load_contact(site: Site, contact_id: int) -> Contact:
    """One contact of that site."""
    return one_or_404(select(Contact).where(Contact.id == contact_id, Contact.site_id == site.id))
