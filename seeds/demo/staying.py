"""The steps of a stay, from the first day to the outcome, each through the application's verb."""

import datetime as dt
from collections.abc import Iterator

from app.hosting import actions as hosting
from app.placements.actions import stay
from models.base import today
from models.codes.follow import IncidentKind, MedicalResult
from models.codes.journey import EndReason, Outcome
from models.codes.offer import Band, Weekday
from models.offer_kinds import TigPost
from seeds.demo.reading import day
from seeds.demo.told import Told

WHOLE_DAY = frozenset({Band.MORNING, Band.AFTERNOON})
WHOLE, HALF = 420, 210  # minutes


def start(told: Told) -> None:
    """The person comes."""
    stay.start(told.placement, by=told.officer, on=told.starts_on, today=today())


def work(told: Told) -> None:
    """The host enters the hours day by day; the counsellor validates all but the last ones."""
    entered = [
        hosting.enter_hours(
            told.placement,
            by=told.host.by,
            worked_on=on,
            minutes=minutes,
            today=today(),
            work_done=told.lot.offer.title.partition(",")[0],
        )
        for on, minutes in _days_worked(told)
    ]
    told.session.flush()
    left = told.asked.get("left", 0)
    stay.validate_hours(told.placement, entered[: len(entered) - left], by=told.officer)


def suspend(told: Told) -> None:
    """The host reports absences and suspends the stay."""
    hosting.report_incident(
        told.placement,
        by=told.host.by,
        kind=IncidentKind.ABSENCE_INJUSTIFIEE,
        happened_on=day(told.asked["ended"]),
        description="Deux absences de suite, sans nouvelles.",
        today=today(),
        is_suspended=True,
    )


def withdraw(told: Told) -> None:
    """The host ends the stay."""
    hosting.withdraw(told.placement, by=told.host.by, reason=told.asked["note"])


def examine(told: Told) -> None:
    """The doctor finds the person unfit for this post."""
    on = day(told.asked["ended"] - 1)
    stay.record_medical(told.placement, by=told.officer, result=MedicalResult.UNFIT, on=on)


def certify(told: Told) -> None:
    """The host issues the certificate."""
    hosting.certify(told.placement, by=told.host.by, on=day(told.asked["ended"]), today=today())


def finish(told: Told) -> None:
    """The stay is closed with its reason and outcome."""
    outcome = told.asked.get("outcome")
    stay.end(
        told.placement,
        by=told.officer,
        reason=EndReason(told.asked.get("reason", "COMPLETED")),
        on=day(told.asked["ended"]),
        today=today(),
        outcome=Outcome(outcome) if outcome else None,
        note=told.asked.get("note", ""),
    )


def _days_worked(told: Told) -> Iterator[tuple[dt.date, int]]:
    """The days worked and their minutes, until yesterday or until the hours are done."""
    post = told.lot.offer
    if not isinstance(post, TigPost):
        return
    minutes = WHOLE if set(post.bands) >= WHOLE_DAY else HALF
    days = _week(post, minutes)
    on, left = told.starts_on, _hours(told) * 60
    while left > 0 and on < today():
        if on.weekday() in days:
            yield on, min(left, minutes)
            left -= minutes
        on += dt.timedelta(days=1)


def _week(post: TigPost, minutes: int) -> list[int]:
    """The days of a week one comes: as many as the post's hours a week allow."""
    days = [list(Weekday).index(one) for one in post.days]
    most = (post.max_hours_per_week or 35) * 60 // minutes
    return days[: max(1, most)]


def _hours(told: Told) -> int:
    return int(told.asked.get("hours") or told.placement.hours_ordered or 0)
