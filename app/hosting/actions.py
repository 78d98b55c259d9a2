"""Verbs of the host on a stay; the caller locks the placement's row."""

import datetime as dt
import uuid
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, object_session

from app.hosting import rules
from app.mail.actions import send
from models.account import Account
from models.base import today
from models.codes.follow import IncidentKind
from models.codes.journey import PlacementStatus
from models.follow import Incident, WorkSession
from models.lifecycle import IllegalMove
from models.placement import Placement

SUBJECT = "Des nouvelles d'un accueil sur Maillage"
BODY = (
    "Bonjour,\n\nUne information sur l'un des accueils que vous suivez a été enregistrée"
    " le {day}.\nConnectez-vous pour la lire et décider de la suite.\n"
)


def enter_hours(
    placement: Placement,
    *,
    by: Account,
    worked_on: dt.date,
    minutes: int,
    today: dt.date,
    work_done: str | None = None,
    key: uuid.UUID | None = None,
) -> WorkSession:
    """Note the hours of one day, without travel or meals (RULE-TIG-22); raises `Refused`.

    The `key` of a form sent twice finds what it already noted.
    """
    if known := next((one for one in placement.sessions if one.id == key), None):
        return known
    rules.check_hours(placement, worked_on=worked_on, minutes=minutes, today=today)
    entered = WorkSession(
        id=key or uuid.uuid4(),
        unit_id=placement.unit_id,
        organization_id=placement.organization_id,
        worked_on=worked_on,
        minutes=minutes,
        work_done=work_done or None,
        entered_by=by.name,
    )
    placement.sessions.append(entered)
    return entered


def remove_hours(entered: WorkSession) -> None:
    """Take back hours entered by mistake, while nobody has validated them."""
    if entered.validated_at is not None:
        raise rules.Refused("hours", "Ces heures sont validées : elles ne s'effacent plus.")
    _session_of(entered.placement).delete(entered)


def name_supervisor(placement: Placement, *, by: Account, name: str) -> None:
    """Say who will supervise the person on site (RULE-TIG-24)."""
    placement.supervisor_name = name
    placement.record(f"Encadrement confié à {name}", by=by)


def report_incident(
    placement: Placement,
    *,
    by: Account,
    kind: IncidentKind,
    happened_on: dt.date,
    description: str,
    today: dt.date,
    is_suspended: bool = False,
) -> Incident:
    """Tell without delay of a breach or incident, suspending at once if need be (RULE-TIG-25).

    What was already told of that day, in the same words, is told once.
    """
    rules.check_incident(happened_on, today)
    facts = {"kind": kind, "happened_on": happened_on, "description": description}
    if known := _told(placement, facts):
        return known
    incident = Incident(
        **facts,
        unit_id=placement.unit_id,
        organization_id=placement.organization_id,
        placement_id=placement.id,
        reported_by=by.name,
    )
    _session_of(placement).add(incident)
    placement.record(f"Signalement : {kind.label}", by=by, note=description)
    if is_suspended:
        _suspend(placement, by=by, why="Suspension immédiate par la structure")
    _tell(placement)
    return incident


def withdraw(placement: Placement, *, by: Account, reason: str) -> None:
    """The host ends the stay by telling us (RULE-TIG-27); the CPIP closes it."""
    if placement.status is PlacementStatus.ENDED:
        raise IllegalMove(placement.status, PlacementStatus.ENDED)
    placement.record("La structure met fin à l'accueil", by=by, note=reason)
    _suspend(placement, by=by, why="En attente de clôture")
    _tell(placement)


def certify(placement: Placement, *, by: Account, on: dt.date, today: dt.date) -> None:
    """Issue the completion certificate (RULE-TIG-26); raises `Refused`."""
    rules.check_certificate(placement, on=on, today=today)
    placement.certificate_on = on
    placement.record("Attestation de fin délivrée", by=by)
    _tell(placement)


def _suspend(placement: Placement, *, by: Account, why: str) -> None:
    if placement.status is PlacementStatus.STARTED:
        placement.move_to(PlacementStatus.SUSPENDED, by=by, note=why)


def _told(placement: Placement, facts: dict[str, Any]) -> Incident | None:
    same = select(Incident).filter_by(placement_id=placement.id, **facts)
    return _session_of(placement).scalars(same).first()


def _tell(placement: Placement) -> None:
    to = placement.orientation.requested_by.email
    body = BODY.format(day=f"{today():%d/%m/%Y}")
    send(_session_of(placement), to=to, subject=SUBJECT, body=body)


def _session_of(placement: Placement) -> Session:
    session = object_session(placement)
    assert session is not None
    return session
