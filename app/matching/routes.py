"""Find a place for a need, look at one closely, hold it."""

import datetime as dt
from uuid import UUID

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.access import Act, visible_needs
from app.audit.actions import record
from app.claims.actions import PlaceTaken
from app.decisions.judging import Bucket, can_hold
from app.decisions.ranking import WEIGHTS
from app.extensions import db
from app.fields import given
from app.gate import current_account, one_or_404, require
from app.hosting.legal import obstacles
from app.matching import actions, drawing, plan_facts
from app.matching.forms import HoldForm, hold_form
from app.matching.queries import already_held, shown_lot
from app.matching.searching import Candidate, facts_of, look_at, search
from models.base import today
from models.capacity import PlaceLot
from models.codes.access import Operation
from models.plan import Need

blueprint = Blueprint("matching", __name__, url_prefix="/besoins/<uuid:need_id>/places")
NEXT_BEST = 2


@blueprint.get("")
def show(need_id: UUID) -> ResponseReturnValue:
    """The candidates of a need, best first, with what keeps the others away."""
    need = load(need_id, reason="recherche d'une place")
    results = search(db.session, need, today=today())
    return render_template(
        "matching/show.html",
        need=need,
        results=results,
        Bucket=Bucket,
        weights=WEIGHTS,
        drawing=drawing,
    )


@blueprint.get("/<int:lot_id>")
def new(need_id: UUID, lot_id: int) -> ResponseReturnValue:
    """One offer judged point by point, and the form that holds it."""
    need = load(need_id, reason="examen d'une place")
    candidate = look_at(db.session, need, load_lot(lot_id), today=today())
    return page(need, candidate, hold_form(can_hold(candidate.judgement), **dates(candidate, need)))


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
    if {one.criterion for one in holding.forbidden} == {"places"}:
        return taken(need, candidate, form), 409
    if not form.validate() or not holding.is_allowed or stands_against(need, candidate, form):
        return page(need, candidate, form), 422
    try:
        orientation = actions.hold(
            db.session,
            need,
            candidate.lot,
            by=current_account(),
            starts_on=given(form.starts_on),
            ends_on=given(form.ends_on),
            lifts=form.reasons,
        )
    except PlaceTaken:
        return taken(need, candidate, form), 409
    db.session.commit()
    flash("La place est réservée pendant 7 jours. Envoyez maintenant la demande.")
    return redirect(url_for("placements.orientation", orientation_id=orientation.id))


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


def page(
    need: Need,
    candidate: Candidate,
    form: HoldForm,
    *,
    others: list[Candidate] | None = None,
    is_taken: bool = False,
) -> str:
    """The page of one offer for one need."""
    return render_template(
        "matching/new.html",
        need=need,
        one=candidate,
        holding=can_hold(candidate.judgement),
        form=form,
        others=others or [],
        is_taken=is_taken,
    )


def dates(candidate: Candidate, need: Need) -> dict[str, dt.date]:
    """The days proposed: those of the estimated schedule, else the plan's window and stay."""
    schedule = candidate.judgement.schedule
    if schedule is not None:
        return {"starts_on": schedule.starts_on, "ends_on": schedule.ends_on}
    first, last = plan_facts.days_wanted(facts_of(db.session, need, today=today()))
    return {"starts_on": first, "ends_on": last}


def load(need_id: UUID, *, reason: str, lock: bool = False) -> Need:
    """A need of the account's units, audited; 404 when unseen."""
    require(Act.WORK_ON_CASES)
    query = visible_needs(current_account()).where(Need.id == need_id)
    need: Need = one_or_404(query.with_for_update(of=Need) if lock else query)
    record(
        Operation.CONSULT,
        subject_kind="supervised_person",
        subject_id=need.plan.person_id,
        reason=reason,
    )
    return need


def load_lot(lot_id: int) -> PlaceLot:
    """A lot of a published offer, or 404."""
    lot = db.session.scalars(shown_lot(lot_id)).unique().one_or_none()
    return lot or abort(404)
