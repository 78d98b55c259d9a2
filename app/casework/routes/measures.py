"""One more measure for a person."""

from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.casework import actions
from app.casework.forms.pages import MeasureForm
from app.casework.routes.base import blueprint, collect, load_person
from app.extensions import db


@blueprint.get("/personnes/<uuid:person_id>/mesures/nouvelle")
def new_measure(person_id: UUID) -> ResponseReturnValue:
    """An empty measure."""
    person = load_person(person_id, reason="ajout d'une mesure")
    return render_template("casework/new_measure.html", person=person, form=MeasureForm())


@blueprint.post("/personnes/<uuid:person_id>/mesures/nouvelle")
def create_measure(person_id: UUID) -> ResponseReturnValue:
    """Record the measure; the same form sent twice records one."""
    person = load_person(person_id, reason="ajout d'une mesure", lock=True)
    form = MeasureForm()
    if not form.validate():
        return render_template("casework/new_measure.html", person=person, form=form), 422
    if not any(known.id == form.key.data for known in person.measures):
        actions.add_measure(db.session, person, key=form.key.data, **form.measure())
        collect(person.id, "ajout d'une mesure")
        db.session.commit()
    flash("La mesure est enregistrée.")
    return redirect(url_for("casework.show", person_id=person.id))
