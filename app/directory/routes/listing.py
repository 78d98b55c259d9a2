"""The place of a TIG post on the département's list."""

from functools import partial

from flask import abort, render_template
from flask.typing import ResponseReturnValue

from app.access import Act
from app.citations import cite
from app.directory import actions
from app.directory.actions.listing import TooEarly, hear_opinions
from app.directory.forms.deciding import ListingForm
from app.directory.routes.base import blueprint, load_offer
from app.directory.routes.confirming import back, changed, press
from app.extensions import db
from app.filters import short_day
from app.gate import require
from models.base import today
from models.lifecycle import IllegalMove
from models.offer_kinds import TigPost

PAGE = "directory/listing.html"


@blueprint.get("/offres/<int:offer_id>/inscription")
def listing(offer_id: int) -> str:
    """Where the request stands."""
    post = load_post(offer_id)
    require(Act.DECIDE_LISTING, post)
    return render_template(PAGE, post=post, form=ListingForm(obj=post))


@blueprint.post("/offres/<int:offer_id>/inscription/demande")
def request_listing(offer_id: int) -> ResponseReturnValue:
    """Ask for both opinions."""
    act = partial(actions.request_listing, on=today())
    said = "L'inscription du poste est demandée."
    return press(offer_id, Act.EDIT_OFFER, act, said, load=load_post)


@blueprint.post("/offres/<int:offer_id>/inscription")
def decide_listing(offer_id: int) -> ResponseReturnValue:
    """Put the post on the list, once it may be (RULE-TIG-16)."""
    post = load_post(offer_id, lock=True)
    require(Act.DECIDE_LISTING, post)
    form = ListingForm()
    if not form.validate():
        return render_template(PAGE, post=post, form=form), 422
    hear_opinions(post, **form.opinions())
    try:
        actions.list_post(post, on=today())
    except TooEarly as refusal:
        return too_early(post, form, refusal)
    except IllegalMove as late:
        return changed(offer_id, late)
    db.session.commit()
    return back(offer_id, "Le poste est inscrit sur la liste du département.")


@blueprint.post("/offres/<int:offer_id>/radiation")
def delist(offer_id: int) -> ResponseReturnValue:
    """Take the post off the list."""
    said = "Le poste est radié de la liste. Les personnes déjà affectées restent."
    return press(offer_id, Act.DECIDE_LISTING, actions.delist, said, load=load_post)


def too_early(post: TigPost, form: ListingForm, refusal: TooEarly) -> ResponseReturnValue:
    """The opinions are kept, the decision waits."""
    db.session.commit()
    day = short_day(refusal.possible_on)
    why = (
        f"Impossible avant le {day} : il manque un avis, et dix jours n'ont pas passé depuis la"
        f" demande ({cite('opinions')}). Les avis reçus sont enregistrés."
    )
    return render_template(PAGE, post=post, form=form, errors=[why]), 422


def load_post(offer_id: int, *, lock: bool = False) -> TigPost:
    """A TIG post; anything else has no list."""
    offer = load_offer(offer_id, lock=lock)
    if not isinstance(offer, TigPost):
        abort(404)
    return offer
