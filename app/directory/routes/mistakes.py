"""« Signaler une erreur » on a record, and the queue of those reported."""

from uuid import UUID

from flask import flash, redirect, render_template, request
from flask.typing import ResponseReturnValue

from app.access import Act
from app.directory import mistaken
from app.directory.actions.mistakes import report_mistake
from app.directory.forms.mistake import MistakeForm
from app.directory.records import Record
from app.directory.routes.base import blueprint
from app.directory.routes.records import ANY, load_record
from app.directory.who import names
from app.extensions import db
from app.fields import given
from app.gate import current_account, require
from app.keys import wait_for
from models.history import Mistake

NEW = "directory/mistakes/new.html"
THANKS = (
    "C'est noté : l'erreur est signalée à qui peut la corriger."
    " Un courriel vous dira quand on y aura répondu."
)


@blueprint.get(f"/<{ANY}:level>/<int:record_id>/signaler")
def new_mistake(level: str, record_id: int) -> str:
    """Say what is wrong."""
    record = load_record(level, record_id)
    require(Act.REPORT_MISTAKE, record.row)
    return render_template(NEW, form=MistakeForm(), record=record)


@blueprint.post(f"/<{ANY}:level>/<int:record_id>/signaler")
def create_mistake(level: str, record_id: int) -> ResponseReturnValue:
    """Keep it; the same form sent twice, or the same words, report once."""
    record = load_record(level, record_id)
    require(Act.REPORT_MISTAKE, record.row)
    form = MistakeForm()
    if not form.validate():
        return render_template(NEW, form=form, record=record), 422
    keep(record, form)
    flash(THANKS)
    return redirect(record.url, 303)


def keep(record: Record, form: MistakeForm) -> None:
    """Write it down once, and commit."""
    key, account = given(form.key), current_account()
    wait_for(db.session, str(key))
    told = {"about": form.about.data, "text": form.text.data}
    is_told = mistaken.is_told(db.session, record, by=account, **told)
    if not is_told and db.session.get(Mistake, key) is None:
        report_mistake(db.session, record.row, key=key, by=account, **told)
    db.session.commit()


@blueprint.get("/signalements")
def mistakes() -> str:
    """Those to look at, or those looked at."""
    require(Act.READ_MISTAKES)
    account, is_open = current_account(), request.args.get("etat") != "vus"
    queue = mistaken.page(db.session, account, is_open=is_open, after=after())
    return render_template(
        "directory/mistakes/index.html",
        queue=queue,
        is_open=is_open,
        count=waiting(),
        most=mistaken.MOST,
        who=names(db.session, account, (one.account_id for one in queue.mistakes)),
    )


def waiting() -> int:
    """How many wait for a look from this account."""
    return mistaken.count(db.session, current_account(), is_open=True)


def readable(one: Mistake) -> bool:
    """Whether this account may read its words."""
    return mistaken.reads_text(current_account(), one)


blueprint.add_app_template_filter(readable, "reads_text")
# Said on the pages from which one goes to them.
blueprint.add_app_template_global(waiting, "mistakes_waiting")


def after() -> str | None:
    """The key a page ends on; anything else is the first page."""
    try:
        return str(UUID(request.args.get("apres", "")))
    except ValueError:
        return None
