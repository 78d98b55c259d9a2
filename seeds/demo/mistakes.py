"""What is corrected in the directory, and what somebody says is wrong there."""

import datetime as dt
import uuid
from typing import Any

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from app.acting import acting_as
from app.directory import actions
from app.directory.actions.mistakes import answer_mistake, report_mistake
from models.account import Account
from models.base import now
from models.codes.history import About, MistakeState
from models.history import Mistake
from seeds.demo import accounts
from seeds.demo.people import offer_at
from seeds.demo.reading import read


def plant_mistakes(session: Session) -> str:
    """Once, after the offers."""
    if session.scalar(select(exists().where(Mistake.text != ""))):
        return ""
    told, staff = read("mistakes"), accounts.known(session)
    for entry in told["corrections"]:
        with acting_as(staff[entry["by"]].id):
            actions.revise_offer(offer_at(session, entry["offer"]), **entry["terms"])
            session.flush()
    for entry in told["mistakes"]:
        _report(session, entry, staff)
    return f"{len(told['mistakes'])} signalements"


def _report(session: Session, entry: dict[str, Any], staff: dict[str, Account]) -> None:
    seen = report_mistake(
        session,
        offer_at(session, entry["offer"]),
        about=About(entry["about"]),
        text=entry["text"],
        by=staff[entry["by"]],
        key=uuid.uuid4(),
    )
    seen.told_at = now() - dt.timedelta(days=entry["age"])
    if "state" in entry:
        by = staff[entry["answered_by"]]
        answer_mistake(seen, state=MistakeState(entry["state"]), answer=entry["answer"], by=by)
