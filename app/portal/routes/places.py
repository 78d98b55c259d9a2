"""« Mes places »: one block per offer, each press one POST that swaps only its block."""

from collections.abc import Sequence

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.access import Act, visible_offers
from app.claims.listing import resume, suspend
from app.claims.reports import ChangedMeanwhile, Said
from app.extensions import db
from app.gate import current_account, one_or_404, require
from app.navigation import is_served
from app.portal.actions import announce as announce_places
from app.portal.blocks import blocks
from app.portal.blueprint import blueprint
from app.portal.forms.places import AnnouncementForm
from app.portal.queries import own_offers, unanswered, under_way, visible_lots
from models.capacity import PlaceLot
from models.lifecycle import IllegalMove
from models.offer import Offer
from models.offer_kinds import TigPost

CHANGED = (
    "Ces chiffres ont changé depuis l'affichage de la page. Votre dernier appui n'a pas été"
    " enregistré : voici où en sont vos places."
)
SAVED = "C'est noté."


@blueprint.get("/mes-places")
def index() -> ResponseReturnValue:
    """Every offer of the partner."""
    require(Act.OPEN_PORTAL)
    return page()


@blueprint.post("/mes-places/<int:lot_id>")
def announce(lot_id: int) -> ResponseReturnValue:
    """−, +, « complet » or « inchangé » on one lot."""
    lot = one_or_404(visible_lots(current_account()).where(PlaceLot.id == lot_id))
    require(Act.REPORT_CAPACITY, lot.offer)
    require(Act.OPEN_PORTAL)
    form = AnnouncementForm()
    if not form.validate():
        return block(lot.offer_id, form.value.errors, 422)
    try:
        said = Said(by=current_account())
        announce_places(lot, form.value.data or "", said=said, seen=form.seen.data)
    except ChangedMeanwhile:
        db.session.rollback()
        return block(lot.offer_id, [CHANGED], 409)
    db.session.commit()
    return block(lot.offer_id)


@blueprint.post("/mes-places/postes/<int:offer_id>/suspension")
def suspend_post(offer_id: int) -> ResponseReturnValue:
    """« Suspendre ce poste » (RULE-TIG-17)."""
    post = own_post(offer_id)
    try:
        suspend(post, by=current_account())
    except IllegalMove:
        return block(offer_id, [CHANGED], 409)
    db.session.commit()
    return block(offer_id)


@blueprint.post("/mes-places/postes/<int:offer_id>/reprise")
def resume_post(offer_id: int) -> ResponseReturnValue:
    """« Reprendre ce poste »."""
    post = own_post(offer_id)
    try:
        resume(post, by=current_account())
    except IllegalMove:
        return block(offer_id, [CHANGED], 409)
    db.session.commit()
    return block(offer_id)


def own_post(offer_id: int) -> TigPost:
    """A TIG post that the account may suspend, its row locked."""
    query = visible_offers(current_account()).where(Offer.id == offer_id)
    offer = one_or_404(query.with_for_update(of=Offer))
    require(Act.SUSPEND_OFFER, offer)
    require(Act.OPEN_PORTAL)
    if not isinstance(offer, TigPost):
        abort(404)
    return offer


def block(
    offer_id: int, errors: Sequence[str] | None = None, status: int = 200
) -> ResponseReturnValue:
    """The block as it now is; without htmx, the whole page."""
    if request.headers.get("HX-Request"):
        offer = one_or_404(own_offers(current_account()).where(Offer.id == offer_id))
        (shown,) = blocks(db.session, [offer])
        said = None if errors else SAVED
        return render_template(
            "portal/_block.html", block=shown, errors=errors or [], said=said
        ), status
    if errors:
        return page(offer_id, errors, status)
    flash(SAVED)
    return redirect(url_for("portal.index", _anchor=f"offre-{offer_id}"))


def page(
    offer_id: int | None = None, errors: Sequence[str] = (), status: int = 200
) -> ResponseReturnValue:
    """The whole page, with what is wrong in one block."""
    offers = db.session.scalars(own_offers(current_account())).unique().all()
    shown = blocks(db.session, offers)
    return render_template(
        "portal/index.html", blocks=shown, wrong_id=offer_id, errors=errors, **awaited()
    ), status


def awaited() -> dict[str, int]:
    """How many requests and stays await the partner; nothing where casework is not served."""
    if not is_served("portal.inbox"):
        return {}
    account = current_account()
    asked = {"unanswered": unanswered(account), "under_way": under_way(account)}
    return {name: db.session.scalars(query).one() for name, query in asked.items()}
