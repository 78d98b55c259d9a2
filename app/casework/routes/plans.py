"""A plan: opened, revised, its pillars moved, closed."""

from uuid import UUID

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from app.casework import actions, sheet
from app.casework.forms.pages import PlanForm
from app.casework.queries import files
from app.casework.routes.base import blueprint, collect, load_person, load_plan, modify
from app.casework.routes.writing import filled, restrict
from app.extensions import db
from models.codes.people import Pillar, PillarStatus, PlanStatus
from models.plan import ReleasePlan


@blueprint.get("/personnes/<uuid:person_id>/projets/nouveau")
def new_plan(person_id: UUID) -> ResponseReturnValue:
    """An empty plan."""
    person = load_person(person_id, reason="nouveau projet")
    return render_template("casework/new_plan.html", person=person, form=PlanForm())


@blueprint.post("/personnes/<uuid:person_id>/projets/nouveau")
def create_plan(person_id: UUID) -> ResponseReturnValue:
    """Open one more plan; one at a time."""
    person = load_person(person_id, reason="nouveau projet", lock=True)
    form = PlanForm()
    if any(plan.status is PlanStatus.OPEN for plan in files.plans_of(db.session, person)):
        flash("Un projet est déjà ouvert : modifiez-le, ou clôturez-le d'abord.", "danger")
        return back_to(person.id)
    if not form.validate():
        return render_template("casework/new_plan.html", person=person, form=form), 422
    restrict(actions.open_plan(db.session, person, **form.plan()), form)
    collect(person.id, "nouveau projet")
    db.session.commit()
    flash("Le projet est ouvert. Ajoutez ce que vous cherchez.")
    return back_to(person.id)


@blueprint.get("/projets/<uuid:plan_id>")
def edit(plan_id: UUID) -> ResponseReturnValue:
    """The plan as it is."""
    plan = load_plan(plan_id, reason="modification du projet")
    return page(plan, filled(plan))


@blueprint.post("/projets/<uuid:plan_id>")
def update(plan_id: UUID) -> ResponseReturnValue:
    """The plan as it should be."""
    plan = still_open(load_plan(plan_id, reason="modification du projet", lock=True))
    form = PlanForm()
    if not form.validate():
        return page(plan, form), 422
    actions.revise_plan(plan, **form.plan())
    restrict(plan, form)
    modify(plan.person_id, "modification du projet")
    db.session.commit()
    flash("Le projet est enregistré.")
    return back_to(plan.person_id)


@blueprint.post("/projets/<uuid:plan_id>/piliers")
def set_pillars(plan_id: UUID) -> ResponseReturnValue:
    """How far each pillar has come; what was not sent is left as it was."""
    plan = still_open(load_plan(plan_id, reason="piliers du projet", lock=True))
    for pillar in Pillar:
        sent = request.form.get(pillar.value, "")
        if sent in PillarStatus.__members__:
            actions.move_pillar(plan, pillar, PillarStatus[sent])
    modify(plan.person_id, "piliers du projet")
    db.session.commit()
    flash("Les étapes du projet sont enregistrées.")
    return back_to(plan.person_id)


@blueprint.get("/projets/<uuid:plan_id>/cloture")
def confirm_close(plan_id: UUID) -> ResponseReturnValue:
    """What closing means, before it is done."""
    plan = load_plan(plan_id, reason="clôture du projet")
    waiting = files.live_requests(db.session, plan)
    return render_template("casework/confirm_close.html", plan=plan, waiting=waiting)


@blueprint.post("/projets/<uuid:plan_id>/cloture")
def close(plan_id: UUID) -> ResponseReturnValue:
    """Close the plan, unless requests still wait: their places would stay held for nobody."""
    plan = still_open(load_plan(plan_id, reason="clôture du projet", lock=True))
    waiting = files.live_requests(db.session, plan)
    if waiting:
        return render_template("casework/confirm_close.html", plan=plan, waiting=waiting), 409
    actions.close_plan(plan)
    modify(plan.person_id, "clôture du projet")
    db.session.commit()
    flash("Le projet est clos. Son historique reste consultable.")
    return back_to(plan.person_id)


def page(plan: ReleasePlan, form: PlanForm) -> str:
    """The form of a plan, with the zones it has."""
    zones, home = sheet.zones_of(plan), sheet.home_of(plan)
    return render_template("casework/edit.html", plan=plan, form=form, zones=zones, home=home)


def still_open(plan: ReleasePlan) -> ReleasePlan:
    """A closed plan is history: it does not change any more."""
    return plan if plan.status is PlanStatus.OPEN else abort(409)


def back_to(person_id: UUID) -> Response:
    """To the person's page."""
    return redirect(url_for("casework.show", person_id=person_id))
