"""When a site or an offer is open: by the day, or in the OpenStreetMap syntax."""

from flask import flash, redirect, render_template, request
from flask.typing import ResponseReturnValue

from app.directory import actions
from app.directory.forms.hours import HoursForm, SyntaxForm
from app.directory.records import OFFERS, SITES, Record
from app.directory.routes.base import blueprint
from app.directory.routes.records import load_editable
from app.extensions import db
from models.offer import Offer
from models.organization import Organization, Site

SYNTAX = "osm"
OPEN = f"any({OFFERS}, {SITES})"


@blueprint.get(f"/<{OPEN}:level>/<int:record_id>/horaires")
def edit_hours(level: str, record_id: int) -> str:
    """The hours as they are known; in the syntax when asked, or when days cannot say them."""
    record = load_editable(level, record_id)
    text = open_row(record).opening_hours
    simple = None if request.args.get("ecriture") == SYNTAX else HoursForm.of(text)
    return page(record, simple or SyntaxForm(formdata=None, data={"opening_hours": text}))


@blueprint.post(f"/<{OPEN}:level>/<int:record_id>/horaires")
def update_hours(level: str, record_id: int) -> ResponseReturnValue:
    """Write them down."""
    record = load_editable(level, record_id, lock=True)
    form = SyntaxForm() if request.form.get("ecriture") == SYNTAX else HoursForm()
    if not form.validate():
        return page(record, form), 422
    actions.set_hours(open_row(record), form.text)
    url = record.url
    db.session.commit()
    flash("Les horaires sont à jour.")
    return redirect(f"{url}#horaires", 303)


def open_row(record: Record) -> Offer | Site:
    """What has hours: an organization has none."""
    assert not isinstance(record.row, Organization)
    return record.row


def page(record: Record, form: HoursForm | SyntaxForm) -> str:
    """One of the two forms, and the way to the other."""
    return render_template(
        "directory/edit_hours.html",
        record=record,
        form=form,
        is_simple=isinstance(form, HoursForm),
        can_be_simple=HoursForm.of(open_row(record).opening_hours) is not None,
    )
