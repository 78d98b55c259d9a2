"""The calendar of a TIG: hours a week on a post, the estimated end, the legal deadline."""

import calendar
import datetime as dt
import math
from dataclasses import dataclass

from app.decisions import french
from app.decisions.entry import first_day
from app.decisions.facts import OfferFacts, PlanFacts
from app.decisions.slots import post_slots, shared_slots, weekly_hours
from models.codes.offer import Family
from models.codes.people import MeasureType

DEADLINE_MONTHS = 18
WEEK_LEGAL_HOURS = 35
WEEK_HOURS_WITH_JOB = WEEK_LEGAL_HOURS + 12
# No text caps the week of an adult without a job: 35 hours is a careful mark (RULE-TIG-23).
WEEK_HOURS_WITHOUT_JOB = WEEK_LEGAL_HOURS
LEAST_WEEK_HOURS = 0.5


@dataclass(frozen=True, slots=True)
class Schedule:
    """A TIG laid on the calendar of one post."""

    starts_on: dt.date
    ends_on: dt.date
    rhythm: float  # hours a week
    deadline: dt.date | None
    deadline_label: str

    @property
    def days_late(self) -> int:
        """Days by which the estimated end passes the deadline; negative when it fits in."""
        return 0 if self.deadline is None else (self.ends_on - self.deadline).days

    @property
    def sentence(self) -> str:
        """« fin estimée le 14 mai 2027 / délai de 18 mois : 3 août 2028 »."""
        end = f"fin estimée le {french.day(self.ends_on)}"
        if self.deadline is None:
            return end
        return french.typeset(f"{end} / {self.deadline_label} : {french.day(self.deadline)}")

    @property
    def rhythm_label(self) -> str:
        """« à ce rythme : 12 h par semaine »."""
        return french.typeset(f"à ce rythme : {french.number(self.rhythm)} h par semaine")


def job_room(plan: PlanFacts) -> float | None:
    """RULE-TIG-21: hours a week left beside the job, up to 47 in all; None without a job."""
    if not plan.is_employed:
        return None
    return max(0.0, WEEK_HOURS_WITH_JOB - (plan.job_hours_week or WEEK_LEGAL_HOURS))


def rhythm(plan: PlanFacts, offer: OfferFacts) -> float | None:
    """Hours a week: the least of the bounds we know; None when the post said nothing of them."""
    if post_slots(offer) is None and offer.hours_per_week_max is None:
        return None
    room = job_room(plan)
    bounds: list[float] = [WEEK_HOURS_WITHOUT_JOB if room is None else room]
    shared = shared_slots(plan, offer)
    if shared is not None:
        bounds.append(weekly_hours(shared))
    if offer.hours_per_week_max is not None:
        bounds.append(offer.hours_per_week_max)
    return min(bounds)


def deadline(plan: PlanFacts) -> dt.date | None:
    """RULE-TIG-03: 18 months from the day it became enforceable; suspended days do not count."""
    if plan.execution_deadline is not None:
        return plan.execution_deadline
    if plan.enforceable_on is None or MeasureType.TNR in plan.measures:
        return None
    months = add_months(plan.enforceable_on, DEADLINE_MONTHS)
    return months + dt.timedelta(days=plan.suspended_days)


def deadline_label(plan: PlanFacts) -> str:
    """How the deadline is named beside its date."""
    if plan.execution_deadline is not None:
        return "délai fixé"
    suspended = ", suspensions comprises" if plan.suspended_days else ""
    return f"délai de {DEADLINE_MONTHS} mois{suspended}"


def schedule(plan: PlanFacts, offer: OfferFacts) -> Schedule | None:
    """The whole TIG on this post, from the first day possible; None without a real rhythm."""
    pace = rhythm(plan, offer)
    if plan.family is not Family.TIG or not plan.hours or pace is None:
        return None
    if pace < LEAST_WEEK_HOURS:
        return None
    starts_on = first_day(plan, offer)
    days = math.ceil(plan.hours / pace * 7)
    ends_on = starts_on + dt.timedelta(days=days - 1)
    return Schedule(starts_on, ends_on, pace, deadline(plan), deadline_label(plan))


def add_months(date: dt.date, months: int) -> dt.date:
    """The same day of a later month, or its last day when that month is shorter."""
    years, month = divmod(date.month - 1 + months, 12)
    year = date.year + years
    last = calendar.monthrange(year, month + 1)[1]
    return date.replace(year=year, month=month + 1, day=min(date.day, last))
