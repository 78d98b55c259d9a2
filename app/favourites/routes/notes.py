"""What a unit notes about an offer, for itself alone."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.access import Act, visible_notes
from app.audit.actions import record
from app.extensions import db
from app.favourites import actions
from app.favourites.forms import NoteForm
from app.favourites.routes.base import blueprint, load_offer, stars
from app.fields import given
from app.gate import current_account, one_or_404, require
from models.codes.access import Operation
from models.saved import UnitNote


@blueprint.get("/offres/<int:offer_id>/notes/nouvelle")
def new_note(offer_id: int) -> str:
    """A few lines for colleagues."""
    offer = load_offer(offer_id)
    return render_template("favourites/new_note.html", form=form_of(), offer=offer)


@blueprint.post("/offres/<int:offer_id>/notes/nouvelle")
def create_note(offer_id: int) -> ResponseReturnValue:
    """Write it down; the same one twice is one."""
    offer, form, by = load_offer(offer_id), form_of(), current_account()
    if not form.validate():
        return render_template("favourites/new_note.html", form=form, offer=offer), 422
    unit_id = int(form.unit_id.data)
    actions.note(db.session, offer, unit_id=unit_id, text=given(form.text), by=by)
    return kept(Operation.COLLECT, offer.id, "La note est enregistrée pour votre unité.")


@blueprint.get("/notes/<int:note_id>/suppression")
def confirm_remove_note(note_id: int) -> str:
    """The note in full, which may be a colleague's."""
    note = load_note(note_id)
    return render_template(
        "favourites/confirm_remove_note.html", note=note, offer=load_offer(note.offer_id)
    )


@blueprint.post("/notes/<int:note_id>/suppression")
def remove_note(note_id: int) -> ResponseReturnValue:
    """Any colleague of the unit may: a note that is no longer true misleads them all."""
    written = load_note(note_id)
    offer_id = written.offer_id
    actions.remove_note(db.session, written)
    return kept(Operation.ERASE, offer_id, "La note est supprimée.")


def load_note(note_id: int) -> UnitNote:
    """A note of one of the account's units."""
    require(Act.KEEP_FAVOURITES)
    return one_or_404(visible_notes(current_account()).where(UnitNote.id == note_id))


def form_of() -> NoteForm:
    """The form, for the units one belongs to."""
    form = NoteForm()
    form.offer_units(stars().units)
    return form


def kept(operation: Operation, offer_id: int, sentence: str) -> ResponseReturnValue:
    """Commit, leave a line in the log, and show the notes."""
    db.session.commit()
    record(operation, subject_kind="unit_note", subject_id=offer_id, reason="note de l'unité")
    flash(sentence)
    return redirect(url_for("directory.show", offer_id=offer_id, _anchor="favoris"))
