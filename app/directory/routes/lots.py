"""The lots of an offer: new, corrected, removed while nobody ever claimed them."""

from flask import render_template
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from app.access import Act
from app.claims.reports import Said, set_places
from app.directory import actions
from app.directory.forms.lot import LotForm
from app.directory.routes.base import blueprint, load_offer
from app.directory.routes.confirming import back, channel
from app.directory.twins import LOT, twin
from app.extensions import db
from app.gate import current_account, one_or_404, require
from models.capacity import PlaceLot
from models.offer import Offer

NEW = "directory/new_lot.html"
EDIT = "directory/edit_lot.html"
IN_USE = (
    "Ce lot a déjà servi : il ne peut pas être supprimé."
    " Écrivez 0 place pour qu'il ne soit plus proposé."
)


@blueprint.get("/offres/<int:offer_id>/lots/nouveau")
def new_lot(offer_id: int) -> str:
    """Units counted together."""
    offer = load_writable(offer_id)
    return render_template(NEW, form=LotForm(), offer=offer)


@blueprint.post("/offres/<int:offer_id>/lots/nouveau")
def create_lot(offer_id: int) -> ResponseReturnValue:
    """Write it down; a shared one grants nothing until somebody says how many."""
    offer = load_writable(offer_id, lock=True)
    form = LotForm()
    if not form.validate():
        return render_template(NEW, form=form, offer=offer), 422
    if twin(offer.lots, form.terms(), LOT):
        return back(offer_id, "Ces places sont déjà comptées : voici la fiche.")
    places, sharing = form.places.data or 0, form.sharing.data
    actions.add_lot(db.session, offer, places=places, sharing=sharing, **form.terms())
    db.session.commit()
    return back(offer_id, "Les places sont ajoutées.")


@blueprint.get("/offres/<int:offer_id>/lots/<int:lot_id>/modifier")
def edit_lot(offer_id: int, lot_id: int) -> str:
    """What it is now."""
    offer = load_writable(offer_id)
    lot = load_lot(offer_id, lot_id)
    return render_template(EDIT, form=LotForm(obj=lot), offer=offer, lot=lot)


@blueprint.post("/offres/<int:offer_id>/lots/<int:lot_id>/modifier")
def update_lot(offer_id: int, lot_id: int) -> ResponseReturnValue:
    """Correct it; another number of places is a report like any other."""
    offer = load_writable(offer_id)
    lot = load_lot(offer_id, lot_id)
    form = LotForm()
    if not form.validate():
        return render_template(EDIT, form=form, offer=offer, lot=lot), 422
    resize(offer, lot, form.places.data or 0)
    actions.correct_lot(lot, **form.terms())
    actions.share(lot, form.sharing.data)
    db.session.commit()
    return back(offer_id, "Les places sont à jour.")


@blueprint.post("/offres/<int:offer_id>/lots/<int:lot_id>/suppression")
def remove_lot(offer_id: int, lot_id: int) -> ResponseReturnValue:
    """Remove a lot that never served."""
    offer = load_writable(offer_id)
    lot = load_lot(offer_id, lot_id)
    try:
        actions.remove_lot(db.session, lot)
    except actions.LotInUse:
        return render_template(
            EDIT, form=LotForm(obj=lot), offer=offer, lot=lot, errors=[IN_USE]
        ), 409
    db.session.commit()
    return back(offer_id, "Le lot est supprimé.")


def load_writable(offer_id: int, *, lock: bool = False) -> Offer:
    """An offer that the account may write."""
    offer = load_offer(offer_id, lock=lock)
    require(Act.EDIT_OFFER, offer)
    return offer


def load_lot(offer_id: int, lot_id: int) -> PlaceLot:
    """One lot of that offer."""
    lots = select(PlaceLot).where(PlaceLot.id == lot_id, PlaceLot.offer_id == offer_id)
    return one_or_404(lots)


def resize(offer: Offer, lot: PlaceLot, places: int) -> None:
    """Report another number of places; the same number reports nothing."""
    if places != lot.places:
        set_places(lot, places, said=Said(by=current_account(), channel=channel(offer)))
