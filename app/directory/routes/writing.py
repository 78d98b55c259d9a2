"""New and corrected offers: the family first, then the form of its kind."""

from typing import Any

from flask import abort, render_template
from flask.typing import ResponseReturnValue

from app.access import Act, may
from app.directory import actions, queries
from app.directory.forms.kinds import form_of
from app.directory.forms.offer import OfferForm
from app.directory.meanwhile import CHANGED, is_late, version
from app.directory.routes.base import blueprint, load_offer, load_site
from app.directory.routes.confirming import back
from app.extensions import db
from app.gate import current_account, require
from models.codes.offer import Family
from models.offer import Offer
from models.offer_kinds import kind_of
from models.organization import Site

NEW = "directory/new_offer.html"
EDIT = "directory/edit_offer.html"


@blueprint.get("/sites/<int:site_id>/offres/nouvelle")
def choose_offer(site_id: int) -> str:
    """Which family; only those one may write."""
    site = load_site(site_id)
    families = [family for family in Family if may_write(site, family)]
    if not families:
        abort(403)
    return render_template("directory/choose_offer.html", site=site, families=families)


@blueprint.get("/sites/<int:site_id>/offres/nouvelle/<family_code>")
def new_offer(site_id: int, family_code: str) -> str:
    """A new offer of this family."""
    site, family = load_place(site_id, family_code)
    return render_template(NEW, form=form_of(family)(), site=site, family=family)


@blueprint.post("/sites/<int:site_id>/offres/nouvelle/<family_code>")
def create_offer(site_id: int, family_code: str) -> ResponseReturnValue:
    """Write a draft down, once; its places come next."""
    site, family = load_place(site_id, family_code, lock=True)
    form = form_of(family)()
    if not form.validate():
        return render_template(NEW, form=form, site=site, family=family), 422
    drafts = queries.drafts_called(form.title.data, site=site, family=family)
    offer_id = db.session.scalars(drafts).first() or draft(site, family, form.terms())
    return back(offer_id, "L'offre est un brouillon : ajoutez ses places, puis publiez-la.")


def draft(site: Site, family: Family, terms: dict[str, Any]) -> int:
    """Write the offer down and commit; its id."""
    offer = actions.create_offer(db.session, site, kind_of(family), family=family, **terms)
    offer_id = offer.id
    db.session.commit()
    return offer_id


@blueprint.get("/offres/<int:offer_id>/modifier")
def edit_offer(offer_id: int) -> str:
    """What it says now."""
    offer = load_offer(offer_id)
    require(Act.EDIT_OFFER, offer)
    return page(offer, form_of(offer.family)(obj=offer))


@blueprint.post("/offres/<int:offer_id>/modifier")
def update_offer(offer_id: int) -> ResponseReturnValue:
    """Correct it."""
    offer = load_offer(offer_id, lock=True)
    require(Act.EDIT_OFFER, offer)
    form = form_of(offer.family)()
    if not form.validate():
        return page(offer, form), 422
    if is_late(as_it_is(offer), form):
        return page(offer, form, [CHANGED]), 409
    actions.revise_offer(offer, **form.terms())
    db.session.commit()
    return back(offer_id, "L'offre est à jour.")


def as_it_is(offer: Offer) -> OfferForm:
    """The form of the offer, whatever was sent."""
    return form_of(offer.family)(formdata=None, obj=offer)


def page(offer: Offer, form: OfferForm, errors: list[str] | None = None) -> str:
    """The form of a known offer."""
    shown = {"family": offer.family, "vu": version(as_it_is(offer)), "errors": errors or []}
    return render_template(EDIT, form=form, offer=offer, **shown)


def load_place(site_id: int, family_code: str, *, lock: bool = False) -> tuple[Site, Family]:
    """Where the offer will be, and of which family it will be."""
    site = load_site(site_id, lock=lock)
    if family_code not in list(Family):
        abort(404)
    family = Family(family_code)
    if not may_write(site, family):
        abort(403)
    return site, family


def may_write(site: Site, family: Family) -> bool:
    """Whether the account may write an offer of this family there."""
    # Never added to the session: it only tells the policy what is meant.
    meant = kind_of(family)(site=site, family=family)
    return may(current_account(), Act.EDIT_OFFER, meant)
