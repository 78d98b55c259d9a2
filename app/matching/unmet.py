"""Counts a need that no offer fits: its commune, its kind, and the week; nothing of whose it is."""

from app.decisions.judging import Bucket
from app.matching.searching import Results
from app.unmet.actions import count, monday
from app.unmet.once import is_first
from models.base import PARIS, today
from models.plan import Need


def note(need: Need, results: Results) -> None:
    """A need counts on the day it was written, once in a session.

    Opened again for weeks, one need alone would pass for the five that may be shown.
    """
    is_new = need.created_at.astimezone(PARIS).date() == today()
    if results.under(Bucket.FITS) or not is_new or not is_first("need", need.id):
        return
    kind = need.kinds[0] if len(need.kinds) == 1 else ""
    count(monday(today()), need.plan.home.insee_code, need.family.value, kind, "")
