"""The administrator's first page, and the journal of what was done to accounts. No case data."""

import datetime as dt
import uuid

from flask import current_app, render_template, request, url_for

from app.access import Act
from app.accounts import overseeing
from app.accounts.job_names import JOB_NAMES
from app.accounts.routes.blueprint import blueprint
from app.extensions import db
from app.gate import require


@blueprint.get("/administration")
def overview() -> str:
    """Accounts, units and jobs in figures, and the way to each page."""
    require(Act.MANAGE_ACCOUNTS)
    return render_template(
        "accounts/overview.html",
        counts=overseeing.counts(db.session),
        jobs=overseeing.jobs(db.session),
        job_names=JOB_NAMES,
        heard_at=overseeing.last_heard(db.session),
        has_mailbox=current_app.config["DEMO"],
    )


@blueprint.get("/administration/journal")
def journal() -> str:
    """Who invited whom, changed a role, closed an account; which sign-ins were refused."""
    require(Act.MANAGE_ACCOUNTS)
    rows = overseeing.journal(db.session, _after(request.args.get("apres", "")))
    entries, more = rows[: overseeing.PAGE], len(rows) > overseeing.PAGE
    last = entries[-1] if more else None
    after = last and f"{last.recorded_at.isoformat()}_{last.id}"
    return render_template(
        "accounts/journal.html",
        entries=entries,
        names=overseeing.names(db.session, entries),
        next_url=after and url_for("accounts.journal", apres=after),
    )


def _after(text: str) -> tuple[dt.datetime, uuid.UUID] | None:
    """The place in the journal that a link names; from the start if it names none."""
    at, _, entry_id = text.partition("_")
    try:
        moment = dt.datetime.fromisoformat(at)
        return (moment, uuid.UUID(entry_id)) if moment.tzinfo else None
    except ValueError:
        return None
