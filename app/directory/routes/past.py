"""The history of an offer, a site or an organization."""

from flask import render_template, request

from app.directory.history import reading
from app.directory.routes.base import blueprint
from app.directory.routes.records import ANY, load_record
from app.extensions import db
from app.gate import current_account
from app.keys import key


@blueprint.get(f"/<{ANY}:level>/<int:record_id>/historique")
def history(level: str, record_id: int) -> str:
    """What changed, newest first, page by page."""
    record = load_record(level, record_id)
    past = reading.read(db.session, record, current_account(), before(request.args.get("avant")))
    return render_template("directory/history.html", record=record, past=past)


def before(typed: str | None) -> int | None:
    """The id a page ends on; anything else is the first page."""
    try:
        return key(typed) if typed else None
    except ValueError:
        return None
