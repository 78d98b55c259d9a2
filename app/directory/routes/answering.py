"""One mistake that was reported, and the answer to it, told to who reported it."""

from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.access import may, visible_mistakes
from app.directory import mistaken
from app.directory.actions.mistakes import answer_mistake as answer
from app.directory.actions.mistakes import tell_reporter
from app.directory.forms.mistake import AnswerForm
from app.directory.records import Record
from app.directory.routes.base import blueprint
from app.directory.routes.records import is_readable
from app.directory.who import names
from app.extensions import db
from app.gate import current_account, one_or_404, require
from models.history import Mistake
from models.lifecycle import IllegalMove

LATE = "Quelqu'un a répondu entre-temps : votre réponse n'a pas été enregistrée."


@blueprint.get("/signalements/<uuid:mistake_id>")
def mistake(mistake_id: UUID) -> str:
    """One of them, with what may be answered."""
    return page(load(mistake_id), AnswerForm())


@blueprint.post("/signalements/<uuid:mistake_id>")
def answer_mistake(mistake_id: UUID) -> ResponseReturnValue:
    """Say what came of it."""
    seen, form = load_answerable(mistake_id), AnswerForm()
    if not form.validate():
        return page(seen, form), 422
    said = {"state": form.state.data, "answer": form.answer.data or None}
    try:
        is_news = answer(seen, by=current_account(), **said)
    except IllegalMove:
        return page(seen, AnswerForm(formdata=None), [LATE]), 409
    if is_news:
        tell(seen)
    db.session.commit()
    flash("Votre réponse est enregistrée.")
    return redirect(url_for("directory.mistakes"), 303)


def tell(seen: Mistake) -> None:
    """A neutral e-mail to who reported it, with the address of the answer."""
    link = url_for("directory.mistake", mistake_id=seen.id, _external=True)
    body = render_template("emails/mistake_answered.txt", link=link)
    tell_reporter(db.session, seen, by=current_account(), body=body)


def load(mistake_id: UUID, *, lock: bool = False) -> Mistake:
    """One that exists for the account."""
    query = visible_mistakes(current_account()).where(Mistake.id == mistake_id)
    query = query.options(*mistaken.whole())
    return one_or_404(query.with_for_update(of=Mistake) if lock else query)


def load_answerable(mistake_id: UUID) -> Mistake:
    """One on a record that the account may correct, or 403."""
    seen = load(mistake_id, lock=True)
    act, subject = Record(seen.record).editing
    require(act, subject)
    return seen


def page(seen: Mistake, form: AnswerForm, errors: list[str] | None = None) -> str:
    """The mistake as it is now, and its form for who may correct the record."""
    record = Record(seen.record)
    act, subject = record.editing
    return render_template(
        "directory/mistakes/show.html",
        mistake=seen,
        record=record,
        form=form,
        errors=errors or [],
        is_readable=is_readable(record),
        can_answer=may(current_account(), act, subject),
        who=names(db.session, current_account(), [seen.account_id]),
    )
