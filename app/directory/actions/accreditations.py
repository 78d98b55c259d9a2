"""Verbs on accreditations: asked for, decided, ended (design §6; RULE-TIG-14, RULE-TIG-15)."""

import datetime as dt
from calendar import monthrange
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.directory.actions.listing import TooEarly
from models.accreditation import Accreditation
from models.codes.organization import TIG_KINDS, AccreditationKind, AccreditationStatus
from models.organization import Organization

YEARS = 5
# Those that the prosecutor and the judge are asked about (RULE-TIG-15); not the conventions.
ASKED_ABOUT = TIG_KINDS | {AccreditationKind.TIG_MINORS}


@dataclass(frozen=True, kw_only=True)
class Opinions:
    """When the prosecutor and the judge gave theirs; None, not yet."""

    prosecutor_on: dt.date | None = None
    judge_on: dt.date | None = None


def request_accreditation(
    session: Session,
    organization: Organization,
    *,
    kind: AccreditationKind,
    requested_on: dt.date,
    department_code: str | None = None,
    opinions: Opinions | None = None,
) -> Accreditation:
    """A request waiting for its opinions; a national one has no département."""
    told = opinions or Opinions()
    asked = Accreditation(
        organization=organization,
        kind=kind,
        status=AccreditationStatus.REQUESTED,
        department_code=department_code,
        requested_on=requested_on,
        prosecutor_opinion_on=told.prosecutor_on,
        judge_opinion_on=told.judge_on,
    )
    session.add(asked)
    session.flush()
    return asked


def hear_accreditation(asked: Accreditation, opinions: Opinions) -> None:
    """Write down when each opinion came."""
    asked.prosecutor_opinion_on = opinions.prosecutor_on
    asked.judge_opinion_on = opinions.judge_on


def accreditation_possible_on(asked: Accreditation) -> dt.date | None:
    """RULE-TIG-15: both opinions, else a month after they were asked; None, no day is too early."""
    opinions = (asked.prosecutor_opinion_on, asked.judge_opinion_on)
    given = [day for day in opinions if day is not None]
    if len(given) == len(opinions):
        return max(given)
    if asked.kind not in ASKED_ABOUT or asked.requested_on is None:
        return None
    return month_after(asked.requested_on)


def decide_accreditation(
    asked: Accreditation,
    *,
    is_granted: bool,
    on: dt.date,
    ends_on: dt.date | None = None,
    reference: str | None = None,
) -> None:
    """Grant for five years unless said, or refuse; raises `TooEarly` (RULE-TIG-15)."""
    possible_on = accreditation_possible_on(asked)
    if possible_on and on < possible_on:
        raise TooEarly(possible_on)
    asked.move_to(AccreditationStatus.GRANTED if is_granted else AccreditationStatus.REFUSED)
    asked.decided_on, asked.reference = on, reference
    if is_granted:
        asked.ends_on = ends_on or years_after(on)


def grant_accreditation(
    session: Session,
    organization: Organization,
    *,
    kind: AccreditationKind,
    decided_on: dt.date,
    ends_on: dt.date | None = None,
    department_code: str | None = None,
    reference: str | None = None,
) -> Accreditation:
    """One that was asked for and granted before it was written here."""
    asked = request_accreditation(
        session,
        organization,
        kind=kind,
        requested_on=decided_on,
        department_code=department_code,
    )
    asked.move_to(AccreditationStatus.GRANTED)
    asked.decided_on, asked.reference = decided_on, reference
    asked.ends_on = ends_on or years_after(decided_on)
    session.flush()
    return asked


def expire_accreditation(granted: Accreditation) -> None:
    """Its last day is past."""
    granted.move_to(AccreditationStatus.EXPIRED)


def withdraw_accreditation(granted: Accreditation, *, on: dt.date) -> None:
    """Taken back before its end."""
    granted.move_to(AccreditationStatus.WITHDRAWN)
    granted.withdrawn_on = on


def years_after(day: dt.date) -> dt.date:
    """Five years later; the 29th of February becomes the 28th."""
    return _same_day(day.year + YEARS, day.month, day)


def month_after(day: dt.date) -> dt.date:
    """The same day of the next month, or its last one."""
    return _same_day(day.year + day.month // 12, day.month % 12 + 1, day)


def _same_day(year: int, month: int, day: dt.date) -> dt.date:
    return dt.date(year, month, min(day.day, monthrange(year, month)[1]))
