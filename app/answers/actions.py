"""Verbs on a partner's answer, given online or heard by telephone; the caller locks the row."""

import datetime as dt
from typing import NotRequired, TypedDict, Unpack

from sqlalchemy.orm import object_session

from app.claims.actions import hold, prolong_hold, release
from app.mail.actions import send
from models.account import Account
from models.base import now, today
from models.codes.claims import ClaimState
from models.codes.journey import OrientationStatus, RefusalReason
from models.codes.organization import Channel
from models.orientation import Orientation

DAYS_TO_CONFIRM = 14
DAYS_ON_WAITING_LIST = 30
SUBJECT = "Une réponse vous attend sur Maillage"
BODY = (
    "Bonjour,\n\nUne réponse à l'une de vos demandes a été enregistrée le {day}.\n"
    "Connectez-vous pour la lire et décider de la suite.\n"
)


class Heard(TypedDict):
    """Who writes an answer down, how it came, who gave it if somebody else did, their words."""

    by: Account
    channel: Channel
    said_by: NotRequired[str | None]
    note: NotRequired[str]


def accept(orientation: Orientation, **heard: Unpack[Heard]) -> None:
    """The partner agrees; its place stays held while we confirm. May raise `PlaceTaken`."""
    _answer(orientation, OrientationStatus.ACCEPTED, heard)
    _hold_longer(orientation, DAYS_TO_CONFIRM)


def waitlist(orientation: Orientation, **heard: Unpack[Heard]) -> None:
    """The partner agrees, later; the place asked for stays held meanwhile."""
    _answer(orientation, OrientationStatus.WAITLISTED, heard)
    _hold_longer(orientation, DAYS_ON_WAITING_LIST)


def refuse(orientation: Orientation, *, reason: RefusalReason, **heard: Unpack[Heard]) -> None:
    """The partner refuses, for a coded reason; the place is free again."""
    orientation.refusal_reason = reason
    note = heard.get("note", "")
    heard["note"] = f"{reason.label}. {note}" if note else reason.label
    _answer(orientation, OrientationStatus.REFUSED, heard)
    orientation.note = note or None
    release(orientation.claim)


def _answer(orientation: Orientation, status: OrientationStatus, heard: Heard) -> None:
    by, channel, said_by = heard["by"], heard["channel"], heard.get("said_by")
    came = f"Réponse reçue {channel.label}, de {said_by}." if said_by else ""
    note = " ".join(filter(None, (came, heard.get("note"))))
    orientation.move_to(status, by=by, note=note)
    orientation.answered_at = now()
    orientation.answered_by = said_by or by.name
    orientation.answer_channel = channel
    _tell_requester(orientation, by)


def _hold_longer(orientation: Orientation, days: int) -> None:
    """Keep the place; one whose hold has expired is held again if nobody took it."""
    until = now() + dt.timedelta(days=days)
    session = object_session(orientation)
    if orientation.claim.state is ClaimState.EXPIRED and session is not None:
        first, last = orientation.starts_on, orientation.ends_on
        orientation.claim = hold(
            session, orientation.lot, unit_id=orientation.unit_id, starts_on=first, ends_on=last
        )
    claim = orientation.claim
    if claim.state is ClaimState.HELD and claim.expires_at and claim.expires_at < until:
        prolong_hold(claim, until=until)


def _tell_requester(orientation: Orientation, by: Account) -> None:
    session = object_session(orientation)
    if session is None or orientation.requested_by_id == by.id:
        return
    body = BODY.format(day=f"{today():%d/%m/%Y}")
    send(session, to=orientation.requested_by.email, subject=SUBJECT, body=body)
