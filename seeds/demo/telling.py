"""Tells a request from its hold to where it has come, each step on its day."""

import datetime as dt
from collections.abc import Callable

from app.claims.actions import prolong_hold
from models.base import now, today
from models.codes.claims import ClaimState
from models.codes.journey import OrientationStatus
from seeds.demo import asking, staying
from seeds.demo.past import Past
from seeds.demo.told import Told

Step = Callable[[Told], None]

ASKED: tuple[Step, ...] = (asking.hold, asking.send)
PLANNED: tuple[Step, ...] = (*ASKED, asking.accept, asking.decide)
STARTED: tuple[Step, ...] = (*PLANNED, staying.start, staying.work)
PATHS: dict[str, tuple[Step, ...]] = {
    "draft": (asking.hold,),
    "sent": ASKED,
    "accepted": (*ASKED, asking.accept),
    "waitlisted": (*ASKED, asking.waitlist),
    "refused": (*ASKED, asking.refuse),
    "cancelled": (*ASKED, asking.cancel),
    "expired": (*ASKED, asking.expire),
    "planned": PLANNED,
    "moved": (*PLANNED, asking.move),
    "declined": (*PLANNED, asking.cancel),
    "unstarted": (*PLANNED, staying.finish),
    "unfit": (*PLANNED, staying.examine, staying.finish),
    "started": STARTED,
    "suspended": (*STARTED, staying.suspend),
    "withdrawn": (*STARTED, staying.withdraw, staying.finish),
    "ended": (*STARTED, staying.finish),
    "executed": (*STARTED, staying.certify, staying.finish),
}
DAYS_AFTER_HOLD: dict[Step, int] = {
    asking.hold: 0,
    asking.send: 0,
    asking.accept: 3,
    asking.refuse: 3,
    asking.waitlist: 4,
    asking.decide: 5,
    asking.cancel: 6,
    asking.move: 8,
    asking.expire: 14,
}
HELD_FOR = {
    OrientationStatus.DRAFT: 7,
    OrientationStatus.SENT: 14,
    OrientationStatus.ACCEPTED: 14,
    OrientationStatus.WAITLISTED: 30,
}


def tell(told: Told, past: Past) -> None:
    """Every step of the request, then how long its hold still lives."""
    on = told.since
    for step in PATHS[told.asked["path"]]:
        step(told)
        on = day_of(step, told)
        if step is staying.work:
            for worked in told.placement.sessions:
                past.happened((worked.worked_on - today()).days, worked)
        past.told(on, told.orientation)
    claim = told.orientation.claim
    if claim.state is ClaimState.HELD:
        days = HELD_FOR[told.orientation.status] + on
        prolong_hold(claim, until=now() + dt.timedelta(days=days))


def day_of(step: Step, told: Told) -> int:
    """The day of a step: so long after the hold, on the first day, or at the end."""
    if step in DAYS_AFTER_HOLD:
        return told.since + DAYS_AFTER_HOLD[step]
    if step is staying.start:
        return int(told.asked["start"])
    return int(told.asked.get("ended", -1))
