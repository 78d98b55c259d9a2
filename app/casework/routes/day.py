"""What awaits the counsellor today."""

from flask import render_template
from flask.typing import ResponseReturnValue

from app.access import Act
from app.audit.actions import record
from app.casework.queries import day, shortlists
from app.casework.routes.base import blueprint, is_whole_unit
from app.extensions import db
from app.gate import current_account, require
from models.base import today
from models.codes.access import Operation


@blueprint.get("/ma-journee")
def index() -> ResponseReturnValue:
    """Answers, refusals, holds that expire, starts, stays that last, hours to validate."""
    require(Act.WORK_ON_CASES)
    is_whole = is_whole_unit()
    restrict = shortlists.whose(current_account(), is_whole_unit=is_whole)
    lists = {
        name: shortlists.shortlist(db.session, restrict(query))
        for name, query in day.questions(today()).items()
    }
    record(Operation.CONSULT, subject_kind="unit", reason="ma journée")
    return render_template(
        "casework/index.html", lists=lists, today=today(), is_whole_unit=is_whole
    )
