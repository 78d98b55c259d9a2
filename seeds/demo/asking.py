"""The steps of a request until the stay, each through the verb that a page would call."""

import datetime as dt
from typing import Any

from app.answers import actions as answers
from app.matching import actions as matching
from app.placements.actions import lapse, request
from app.placements.actions.confirm import Decision, confirm
from models.codes.claims import ClaimState
from models.codes.follow import Signatory
from models.codes.journey import RefusalReason
from models.codes.offer import Family
from seeds.demo.reading import day
from seeds.demo.told import Told

SIGNED_BY = "Direction du SPIP, par délégation"


def hold(told: Told) -> None:
    """Hold the place."""
    told.made.append(
        matching.hold(
            told.session,
            told.need,
            told.lot,
            by=told.officer,
            starts_on=told.starts_on,
            ends_on=told.ends_on,
            lifts={},
        )
    )


def send(told: Told) -> None:
    """Send the request."""
    request.send(told.session, told.orientation, by=told.officer)


def accept(told: Told) -> None:
    """The host agrees."""
    answers.accept(told.orientation, **told.answer | {"note": ""})


def waitlist(told: Told) -> None:
    """The host puts the person on its list."""
    answers.waitlist(told.orientation, **told.answer)


def refuse(told: Told) -> None:
    """The host refuses, for a coded reason."""
    answers.refuse(told.orientation, reason=RefusalReason(told.asked["reason"]), **told.answer)


def cancel(told: Told) -> None:
    """The counsellor gives the place back."""
    request.cancel(
        told.session,
        told.orientation,
        by=told.officer,
        reason=RefusalReason(told.asked["reason"]),
        note=told.asked.get("note", ""),
    )


def expire(told: Told) -> None:
    """Nobody answered in time: what the worker's jobs do."""
    told.orientation.claim.move_to(ClaimState.EXPIRED)
    lapse.expire(told.session, told.orientation)


def decide(told: Told) -> None:
    """Write the decision down and confirm."""
    is_tig = told.need.family is Family.TIG
    tig: dict[str, Any] = {
        "signatory": Signatory.DSPIP,
        "signed_by": SIGNED_BY,
        "decided_on": day(told.since + 4),
        "is_medical_due": told.need.plan.is_medical_exam_asked,
        "supervisor_name": getattr(told.lot.offer, "supervisor_name", None),
    }
    decision = Decision(consent_on=day(told.since - 2), **tig if is_tig else {})
    confirm(told.session, told.orientation, decision, by=told.officer)


def move(told: Told) -> None:
    """The release is put off: the days move."""
    starts_on = day(told.asked["moved"])
    request.move_dates(
        told.session,
        told.orientation,
        by=told.officer,
        starts_on=starts_on,
        ends_on=starts_on + dt.timedelta(days=told.asked["days"] - 1),
    )
