"""One more need of a plan."""

from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.casework import actions, sheet
from app.casework.forms.pages import NeedForm
from app.casework.routes.base import blueprint, collect, load_plan
from app.casework.routes.plans import still_open
from app.extensions import db
from models.plan import ReleasePlan


@blueprint.get("/projets/<uuid:plan_id>/besoins/nouveau")
def new_need(plan_id: UUID) -> ResponseReturnValue:
    """An empty need."""
    plan = load_plan(plan_id, reason="ajout d'un besoin")
    return render_template("casework/new_need.html", plan=plan, form=NeedForm())


@blueprint.post("/projets/<uuid:plan_id>/besoins/nouveau")
def create_need(plan_id: UUID) -> ResponseReturnValue:
    """Record the need; the same form sent twice records one."""
    plan = still_open(load_plan(plan_id, reason="ajout d'un besoin", lock=True))
    form = NeedForm()
    form.has_tig_measure = sheet.tig_measure(plan.person) is not None
    if not form.validate():
        return render_template("casework/new_need.html", plan=plan, form=form), 422
    if not any(known.id == form.key.data for known in plan.needs):
        keep(plan, form)
    flash("Le besoin est ajouté. Cherchez maintenant une place.")
    return redirect(url_for("casework.show", person_id=plan.person_id))


def keep(plan: ReleasePlan, form: NeedForm) -> None:
    """Add the need under the measure it falls under, and commit."""
    wanted = form.need()
    measure = sheet.measure_for(plan.person, wanted["family"])
    actions.add_need(db.session, plan, key=form.key.data, measure=measure, **wanted)
    collect(plan.person_id, "ajout d'un besoin")
    db.session.commit()
