"""A new person: identity, measure, plan, first need and constraints on one page."""

import uuid

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.access import Act, visible_people
from app.casework import actions, sheet
from app.casework.forms.pages import NewPersonForm
from app.casework.queries import people as queries
from app.casework.routes.base import blueprint, collect
from app.casework.routes.writing import restrict
from app.extensions import db
from app.gate import current_account, require
from app.keys import wait_for
from models.person import SupervisedPerson

KNOWN = "Une personne de ce nom, née ce jour-là, est déjà suivie dans cette unité."


@blueprint.get("/personnes/nouvelle")
def new() -> ResponseReturnValue:
    """An empty page, with the key that makes it good once."""
    require(Act.WORK_ON_CASES)
    form = NewPersonForm()
    form.offer_units(current_account())
    return page(form)


@blueprint.post("/personnes/nouvelle")
def create() -> ResponseReturnValue:
    """Open the file; a second press finds the first one's."""
    require(Act.WORK_ON_CASES)
    form = NewPersonForm()
    form.offer_units(current_account())
    key = form.key.data
    wait_for(db.session, str(key))
    if queries.is_there(db.session, visible_people(current_account()), key):
        return redirect(url_for("casework.show", person_id=key))
    if not form.validate():
        return page(form), 422
    if known := same_person(form):
        return page(form, known), 422
    person = open_file(form, key)
    db.session.commit()
    flash("Le dossier est ouvert. Cherchez maintenant une place.")
    return redirect(url_for("casework.show", person_id=person.id))


def page(form: NewPersonForm, known: uuid.UUID | None = None) -> str:
    """The form, with the file that exists already if there is one."""
    errors = [KNOWN] if known else []
    return render_template("casework/new.html", form=form, errors=errors, known=known)


def same_person(form: NewPersonForm) -> uuid.UUID | None:
    """Somebody of the unit with this name and this date of birth."""
    assert form.birth_date.data is not None
    return queries.known(
        db.session,
        unit_id=form.unit_id.data,
        last_name=form.last_name.data or "",
        first_name=form.first_name.data or "",
        birth_date=form.birth_date.data,
    )


def open_file(form: NewPersonForm, key: uuid.UUID) -> SupervisedPerson:
    """Everything the page holds, in one transaction."""
    person = actions.create_person(
        db.session, by=current_account(), unit_id=form.unit_id.data, key=key, **form.identity()
    )
    if number := form.number():
        actions.know_as(db.session, person, **number)
    actions.add_measure(db.session, person, **form.measure())
    plan = actions.open_plan(db.session, person, **form.plan())
    restrict(plan, form)
    need = form.need()
    measure = sheet.measure_for(person, need["family"])
    actions.add_need(db.session, plan, measure=measure, **need)
    collect(person.id, "ouverture du dossier")
    return person
