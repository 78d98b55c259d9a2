"""Identity, corrected."""

from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.casework import actions
from app.casework.forms.pages import IdentityForm
from app.casework.routes.base import blueprint, load_person, modify
from app.extensions import db


@blueprint.get("/personnes/<uuid:person_id>/identite")
def edit_identity(person_id: UUID) -> ResponseReturnValue:
    """The identity as it is."""
    person = load_person(person_id, reason="correction de l'identité")
    known = next(iter(person.external_refs), None)
    form = IdentityForm(
        obj=person,
        reference_system=known and known.system,
        reference_value=known and known.value,
    )
    form.birth_date.data = person.born_on  # kept as an encrypted text, asked as a date
    return render_template("casework/edit_identity.html", person=person, form=form)


@blueprint.post("/personnes/<uuid:person_id>/identite")
def update_identity(person_id: UUID) -> ResponseReturnValue:
    """The identity as it should be."""
    person = load_person(person_id, reason="correction de l'identité", lock=True)
    form = IdentityForm()
    if not form.validate():
        return render_template("casework/edit_identity.html", person=person, form=form), 422
    actions.correct_identity(person, **form.identity())
    if number := form.number():
        actions.know_as(db.session, person, **number)
    modify(person.id, "correction de l'identité")
    db.session.commit()
    flash("L'identité est enregistrée.")
    return redirect(url_for("casework.show", person_id=person.id))
