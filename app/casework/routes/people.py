"""The list of people followed, and the search of a name, which never goes in an address."""

from flask import render_template, request
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from app.access import Act, visible_people
from app.audit.actions import record
from app.casework.queries import people as queries
from app.casework.queries.people import PAGE, Name
from app.casework.routes.base import blueprint, is_whole_unit
from app.extensions import db
from app.fields import visible
from app.fields.typed import INVISIBLE
from app.gate import current_account, require
from models.codes.access import Operation
from models.person import SupervisedPerson
from models.secret import fold

LONGEST = 80
TOO_LONG = f"Écrivez {LONGEST} caractères au plus : un nom, un prénom, ou le début des deux."


@blueprint.get("/personnes")
def people() -> ResponseReturnValue:
    """One's own people, or the whole unit's, by name."""
    require(Act.WORK_ON_CASES)
    account = current_account()
    is_whole = is_whole_unit()
    visible = visible_people(account).where(SupervisedPerson.closed_at.is_(None))
    chosen = visible if is_whole else queries.followed_by(visible, account)
    number = max(request.args.get("page", 1, int), 1)
    record(Operation.CONSULT, subject_kind="unit", reason="liste des suivis")
    return page(queries.names(db.session, chosen), number, is_whole_unit=is_whole)


@blueprint.post("/personnes/recherche")
def search() -> ResponseReturnValue:
    """The people of one's units whose name begins like the words typed."""
    require(Act.WORK_ON_CASES)
    sent = request.form.get("nom", "").strip()
    typed = visible(sent)
    if wrong := refuse(sent):
        return page([], 1, is_whole_unit=True, typed=typed, error=wrong), 422
    everybody = queries.names(db.session, visible_people(current_account()))
    words = fold(typed).split()
    found = [name for name in everybody if words and name.answers(words)]
    record(Operation.CONSULT, subject_kind="unit", reason="recherche d'un nom")
    return page(found, 1, is_whole_unit=True, typed=typed)


def refuse(sent: str) -> str:
    """What is wrong with the words sent, or nothing."""
    if len(sent) > LONGEST:
        return TOO_LONG
    return INVISIBLE if visible(sent) != sent else ""


def page(
    names: list[Name], number: int, *, is_whole_unit: bool, typed: str = "", error: str = ""
) -> str:
    """One page of names, each with where its plan stands."""
    shown = [name.id for name in names[(number - 1) * PAGE : number * PAGE]]
    who = select(SupervisedPerson).where(SupervisedPerson.id.in_(shown))
    found = {one.id: one for one in db.session.scalars(who)}
    return render_template(
        "casework/people.html",
        people=[found[key] for key in shown],
        situations=queries.situations(db.session, shown),
        total=len(names),
        number=number,
        has_more=number * PAGE < len(names),
        is_whole_unit=is_whole_unit,
        typed=typed,
        error=error,
    )
