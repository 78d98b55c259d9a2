"""Verbs on a stay: start, suspend, resume, end; hours validated, medical check, certificate."""

import datetime as dt

from app.claims import actions as claims
from app.filters import duration, short_day
from app.placements import rules
from app.placements.actions.request import close_disclosures
from models.account import Account
from models.base import now
from models.codes.follow import MedicalResult
from models.codes.journey import EndReason, Outcome, PlacementStatus
from models.follow import WorkSession
from models.lifecycle import IllegalMove
from models.placement import Placement


def start(placement: Placement, *, by: Account, on: dt.date, today: dt.date) -> None:
    """The person has come; raises `Refused` while a condition of the start is missing."""
    if placement.status is not PlacementStatus.PLANNED:
        raise IllegalMove(placement.status, PlacementStatus.STARTED)
    rules.check_start(placement, on=on, today=today)
    placement.started_on = on
    placement.move_to(PlacementStatus.STARTED, by=by)
    if on < placement.starts_on:
        bring_forward(placement, by=by, on=on)


def bring_forward(placement: Placement, *, by: Account, on: dt.date) -> None:
    """Somebody came before the day promised: it is recorded, whatever was promised to others."""
    orientation = placement.orientation
    placement.starts_on = orientation.starts_on = on
    note = f"le {short_day(on)}"
    try:
        claims.move(orientation.claim, starts_on=on, ends_on=orientation.claim.ends_on)
    except claims.PlaceTaken:
        note += " ; la place est promise à quelqu'un d'autre jusque-là"
    placement.record("Arrivée avant la date prévue", by=by, note=note)


def suspend(placement: Placement, *, by: Account, note: str) -> None:
    """Stop for a while."""
    placement.move_to(PlacementStatus.SUSPENDED, by=by, note=note)


def resume(placement: Placement, *, by: Account) -> None:
    """Go on after a suspension; a stay that has not begun starts by `start`."""
    if placement.status is not PlacementStatus.SUSPENDED:
        raise IllegalMove(placement.status, PlacementStatus.STARTED)
    placement.move_to(PlacementStatus.STARTED, by=by, note="Reprise")


def end(
    placement: Placement,
    *,
    by: Account,
    reason: EndReason,
    on: dt.date,
    today: dt.date,
    outcome: Outcome | None = None,
    is_returned: bool = True,
    note: str = "",
) -> None:
    """Close the stay with its reason and outcome, and give the place back.

    Raises `Refused` when the outcome asks for what is not there (RULE-TIG-26).
    """
    rules.check_end(placement, reason=reason, outcome=outcome, on=on, today=today)
    placement.ended_on = on
    placement.end_reason = reason
    placement.outcome = outcome
    placement.end_note = note or None
    words = ". ".join(filter(None, (reason.label, outcome.label if outcome else "", note)))
    placement.move_to(PlacementStatus.ENDED, by=by, note=words)
    claims.release(placement.orientation.claim, is_returned=is_returned)
    close_disclosures(placement.orientation, on=on)
    if reason is not EndReason.COMPLETED:
        placement.orientation.need.met_at = None


def validate_hours(placement: Placement, entered: list[WorkSession], *, by: Account) -> None:
    """Count these hours as done; raises `Refused` beyond the hours ordered."""
    waiting = [one for one in entered if one.validated_at is None]
    rules.check_total(placement, waiting)
    for one in waiting:
        one.validated_at = now()
        one.validated_by_id = by.id
    minutes = sum(one.minutes for one in waiting)
    if minutes:
        placement.record(f"Heures validées : {duration(minutes)}", by=by)


def record_medical(
    placement: Placement, *, by: Account, result: MedicalResult, on: dt.date
) -> None:
    """Fit or unfit, nothing more (RULE-TIG-20)."""
    placement.medical_result = result
    placement.medical_on = on
    words = f"Visite médicale : {result.label.lower()}"
    placement.record(words, by=by, is_internal=True)
