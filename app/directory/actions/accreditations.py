"""Verbs on accreditations: asked for, decided, ended (design §6; RULE-TIG-14, RULE-TIG-15)."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy.orm import Session

from models.accreditation import Accreditation
from models.codes.organization import AccreditationKind, AccreditationStatus
from models.organization import Organization

YEARS = 5


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


def decide_accreditation(
    asked: Accreditation,
    *,
    is_granted: bool,
    on: dt.date,
    ends_on: dt.date | None = None,
    reference: str | None = None,
) -> None:
    """Grant for five years unless said, or refuse."""
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
    decide_accreditation(
        asked, is_granted=True, on=decided_on, ends_on=ends_on, reference=reference
    )
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
    try:
        return day.replace(year=day.year + YEARS)
    except ValueError:
        return day.replace(year=day.year + YEARS, day=28)
