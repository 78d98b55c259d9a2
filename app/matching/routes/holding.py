"""Hold a place for a need, or say why it is not held."""

from uuid import UUID

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue

from app.access import Act
from app.claims.actions import PlaceTaken
from app.decisions.judging import Bucket, can_hold
from app.extensions import db
from app.fields import given
from app.gate import current_account, require
from app.hosting.legal import obstacles
from app.matching import actions
from app.matching.forms import HoldForm, hold_form
from app.matching.queries import already_held
from app.matching.routes.base import blueprint, load, load_lot
from app.matching.routes.looking import page
from app.matching.searching import Candidate, look_at, search
from models.base import today
from models.plan import Need

NEXT_BEST = 2


@blueprint.post("/<int:lot_id>")
def hold(need_id: UUID, lot_id: int) -> ResponseReturnValue:
    """Hold one unit for this need; a second press finds the first one's orientation."""
    need = load(need_id, reason="réservation d'une place", lock=True)
    require(Act.HOLD_PLACE, need)
    lot = load_lot(lot_id)
    if held := db.session.scalars(already_held(need, lot)).first():
        flash("Vous avez déjà réservé cette place pour cette personne.")
        return redirect(url_for("placements.orientation", orientation_id=held.id))
    return hold_now(need, look_at(db.session, need, lot, today=today()))


def hold_now(need: Need, candidate: Candidate) -> ResponseReturnValue:
    """Validate, act, commit, answer."""
    holding = can_hold(candidate.judgement)
    form = hold_form(holding)
    if is_full(candidate) and {one.criterion for one in holding.forbidden} == {"places"}:
        return taken(need, candidate, form), 409
    if not form.validate() or not holding.is_allowed or stands_against(need, candidate, form):
        return page(need, candidate, form), 422
    days = {"starts_on": given(form.starts_on), "ends_on": given(form.ends_on)}
    who = current_account()
    try:
        held = actions.hold(db.session, need, candidate.lot, by=who, lifts=form.reasons, **days)
    except PlaceTaken:
        return taken(need, candidate, form), 409
    db.session.commit()
    flash("La place est réservée pendant 7 jours. Envoyez maintenant la demande.")
    return redirect(url_for("placements.orientation", orientation_id=held.id))


def is_full(candidate: Candidate) -> bool:
    """Full, which is known; a lot to be confirmed is not."""
    return candidate.availability.free is not None or candidate.availability.is_over


def stands_against(need: Need, candidate: Candidate, form: HoldForm) -> bool:
    """The law, asked on the days really chosen; its refusal is written at the last day."""
    legal = obstacles(
        candidate.offer,
        departement=need.plan.person.unit.department_code,
        today=today(),
        starts_on=given(form.starts_on),
        ends_on=given(form.ends_on),
    )
    form.ends_on.errors = [f"Impossible : {one.sentence} ({one.source})." for one in legal]
    return bool(legal)


def taken(need: Need, candidate: Candidate, form: HoldForm) -> str:
    """Somebody was quicker: say so and show the next best."""
    results = search(db.session, need, today=today())
    others = [one for one in results.under(Bucket.FITS) if one.lot.id != candidate.lot.id]
    return page(need, candidate, form, others=others[:NEXT_BEST], is_taken=True)
