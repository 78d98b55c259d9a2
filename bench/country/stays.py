"""Placements that follow confirmed requests, with their timelines and hours."""

import uuid
from typing import Any

from bench.country.claims import Claimed
from bench.country.dice import TODAY, Dice, midnight
from bench.country.sheaf import Sheaf
from models.codes.claims import ClaimState
from models.codes.follow import Signatory
from models.codes.journey import EndReason, Outcome, PlacementStatus
from models.codes.offer import Family

S = PlacementStatus
MOST_SESSIONS = 3


def stay(sheaf: Sheaf, dice: Dice, claim: Claimed, orientation: uuid.UUID) -> list[dict[str, Any]]:
    """The placement of one claim; gives the lines of its timeline."""
    key, status = dice.key(), _status(claim)
    is_tig = claim.offer.host.family is Family.TIG
    is_ended = status is S.ENDED
    sheaf.add(
        "casework.placement",
        id=key,
        unit_id=claim.unit.id,
        organization_id=claim.offer.host.organization,
        orientation_id=orientation,
        status=status,
        starts_on=claim.first,
        ends_on=claim.last,
        started_on=None if status is S.PLANNED else claim.first,
        ended_on=claim.last if is_ended else None,
        end_reason=EndReason.COMPLETED if is_ended else None,
        outcome=(Outcome.EXECUTE if is_tig else Outcome.INCONNU) if is_ended else None,
        certificate_on=claim.last if is_ended and is_tig else None,
        consent_on=claim.first,
        signatory=Signatory.DSPIP,
        signed_by="Mme Poncet",
        supervisor_name="M. Coste",
        hours_ordered=70 if is_tig else None,
        created_at=claim.held_at,
    )
    if is_tig and status is not S.PLANNED:
        _sessions(sheaf, dice, claim, key)
    return [_line(sheaf, dice, claim, key, step) for step in _steps(status)]


def _status(claim: Claimed) -> S:
    if claim.state is ClaimState.RELEASED:
        return S.ENDED
    return S.STARTED if claim.first <= TODAY else S.PLANNED


def _steps(status: S) -> list[S]:
    """Every status it went through, suspensions apart."""
    way = [S.PLANNED, S.STARTED, S.ENDED]
    return way[: way.index(status) + 1]


def _sessions(sheaf: Sheaf, dice: Dice, claim: Claimed, placement: uuid.UUID) -> None:
    for _ in range(dice.randint(0, MOST_SESSIONS)):
        sheaf.add(
            "casework.work_session",
            id=dice.key(),
            unit_id=claim.unit.id,
            organization_id=claim.offer.host.organization,
            placement_id=placement,
            worked_on=claim.first,
            minutes=dice.randint(60, 420),
            entered_by="M. Coste",
            entered_at=midnight(claim.first),
        )


def _line(
    sheaf: Sheaf, dice: Dice, claim: Claimed, placement: uuid.UUID, step: S
) -> dict[str, Any]:
    line = {
        "id": dice.key(),
        "unit_id": claim.unit.id,
        "organization_id": claim.offer.host.organization,
        "placement_id": placement,
        "status": step,
        "what": step.label,
        "happened_at": midnight(claim.last if step is S.ENDED else claim.first),
        "who": "Mme Roux",
    }
    sheaf.add("casework.placement_event", **line)
    return line
