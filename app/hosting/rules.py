"""What a host may enter and when, with the sentence that says why not; pure."""

import datetime as dt
from collections.abc import Iterable

from app.filters import duration, hours, short_day
from models.codes.journey import PlacementStatus
from models.follow import WorkSession
from models.placement import Placement

A_DAY = 12 * 60
RUNNING = (PlacementStatus.STARTED, PlacementStatus.SUSPENDED)


class Refused(Exception):
    """What was typed in one field cannot be, and why."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field
        self.sentence = sentence


def minutes_entered(placement: Placement) -> int:
    """Minutes the host entered, validated or not."""
    return sum(session.minutes for session in placement.sessions)


def minutes_validated(placement: Placement) -> int:
    """Minutes the CPIP validated."""
    return sum(session.minutes for session in placement.sessions if session.validated_at)


def check_hours(placement: Placement, *, worked_on: dt.date, minutes: int, today: dt.date) -> None:
    """Raise `Refused` unless these minutes can have been worked on that day."""
    check_day(placement, worked_on, today)
    check_length(placement.sessions, worked_on, minutes)
    check_total(placement, minutes)


def check_day(placement: Placement, worked_on: dt.date, today: dt.date) -> None:
    """Neither in the future nor outside the stay."""
    start = placement.started_on
    if placement.status not in RUNNING or start is None:
        raise Refused("worked_on", f"L'accueil est {placement.status.label.lower()}.")
    if worked_on > today:
        raise Refused("worked_on", "Ce jour n'est pas encore passé.")
    if worked_on < start:
        raise Refused("worked_on", f"L'accueil a commencé plus tard, le {short_day(start)}.")


def check_length(sessions: Iterable[WorkSession], worked_on: dt.date, minutes: int) -> None:
    """Some minutes, and twelve hours a day at most."""
    if minutes < 1:
        raise Refused("hours", "Indiquez une durée.")
    already = sum(session.minutes for session in sessions if session.worked_on == worked_on)
    if minutes + already > A_DAY:
        known = f" ({duration(already)} sont déjà notées ce jour-là)" if already else ""
        raise Refused("hours", f"Une journée compte 12 heures au plus{known}.")


def check_total(placement: Placement, minutes: int) -> None:
    """Never more than the hours ordered."""
    ordered = placement.hours_ordered
    if ordered is None:
        raise Refused("hours", "Cet accueil ne compte pas d'heures.")
    left = ordered * 60 - minutes_entered(placement)
    if minutes > left:
        rest = f"il en reste {duration(left)} à noter" if left > 0 else "elles sont toutes notées"
        raise Refused("hours", f"{hours(ordered).capitalize()} sont demandées : {rest}.")


def check_certificate(placement: Placement, *, on: dt.date, today: dt.date) -> None:
    """A certificate ends a stay that began, on a day that has come."""
    if placement.started_on is None or placement.hours_ordered is None:
        raise Refused("on", "L'attestation se délivre à la fin des heures effectuées.")
    if on > today:
        raise Refused("on", "Ce jour n'est pas encore passé.")
    if on < placement.started_on:
        raise Refused("on", f"L'accueil a commencé le {short_day(placement.started_on)}.")


def check_incident(happened_on: dt.date, today: dt.date) -> None:
    """What is told has happened."""
    if happened_on > today:
        raise Refused("happened_on", "Ce jour n'est pas encore passé.")
