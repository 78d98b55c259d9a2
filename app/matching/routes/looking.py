"""The candidates of a need, and one of them point by point."""

import datetime as dt
from uuid import UUID

from flask import render_template
from flask.typing import ResponseReturnValue

from app.decisions.judging import Bucket, can_hold
from app.decisions.ranking import WEIGHTS
from app.extensions import db
from app.matching import drawing, plan_facts, unmet
from app.matching.forms import HoldForm, hold_form
from app.matching.routes.base import blueprint, load, load_lot
from app.matching.searching import Candidate, facts_of, look_at, search
from models.base import today
from models.plan import Need


@blueprint.get("")
def show(need_id: UUID) -> ResponseReturnValue:
    """The candidates of a need, best first, with what keeps the others away."""
    need = load(need_id, reason="recherche d'une place")
    results = search(db.session, need, today=today())
    unmet.note(need, results)
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
