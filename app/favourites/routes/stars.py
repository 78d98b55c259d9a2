"""The star of an offer: put on and taken off by one press, for the whole unit."""

from flask import abort, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.access import Act
from app.extensions import db
from app.favourites import actions
from app.favourites.routes.base import blueprint, load_offer, stars
from app.gate import current_account, require

FULL = (
    f"Votre unité a déjà {actions.MOST} favoris : retirez-en un d'abord. « {{}} » n'est pas ajouté."
)


@blueprint.post("/offres/<int:offer_id>/favori")
def add(offer_id: int) -> ResponseReturnValue:
    """One more favourite of the unit."""
    offer = load_offer(offer_id)
    try:
        actions.add(db.session, offer, unit_id=chosen_unit(), by=current_account())
    except actions.TooMany:
        flash(FULL.format(offer.title), "danger")
        return redirect(url_for("favourites.index"))
    return answer(offer.id, f"« {offer.title} » est dans les favoris de l'unité.")


@blueprint.post("/offres/<int:offer_id>/favori/retrait")
def remove(offer_id: int) -> ResponseReturnValue:
    """No longer at hand; what was noted stays on its page."""
    require(Act.KEEP_FAVOURITES)
    actions.remove(db.session, offer_id, unit_id=chosen_unit())
    return answer(offer_id, "L'offre n'est plus dans les favoris de l'unité.")


def chosen_unit() -> int:
    """The unit named in the form, or the only one."""
    mine = [unit.id for unit in stars().units]
    named = request.form.get("unit_id", default=mine[0], type=int)
    if named not in mine:
        abort(404)
    return named


def answer(offer_id: int, sentence: str) -> ResponseReturnValue:
    """The button as it now is, or the list when scripts are off."""
    db.session.commit()
    if request.headers.get("HX-Request"):
        # What was read before the press is no longer true.
        g.pop("stars", None)
        return render_template("favourites/star.html", offer=load_offer(offer_id), said=sentence)
    flash(sentence)
    return redirect(url_for("favourites.index"))
