"""What hosts said of their places: fresh, due, stale, or never anything."""

import datetime as dt
from functools import cache

from sqlalchemy.orm import Session

from app.claims import reports
from app.claims.reports import Said
from app.directory import actions
from models.base import now
from models.codes.claims import LotState, Sharing
from models.codes.freshness import FRESH_DAYS, OTHER_FRESH_DAYS
from models.offer import Offer
from seeds.demo.drawing import Drawn
from seeds.demo.offers import Wanted, lots_of
from seeds.demo.reading import read
from seeds.demo.voices import Voice

# Out of a hundred offers, how many are fresh, due or stale; nobody ever confirmed the rest.
FRESH, DUE, STALE = 58, 72, 88
BEFORE_DAYS = 20


def age_of(wanted: Wanted, offer: Offer, voice: Voice) -> int | None:
    """How many days ago somebody last spoke of the offer; this week when it is in a story."""
    dice = Drawn(f"{offer.title}, dernière parole").dice
    due, stale = FRESH_DAYS.get(offer.family, OTHER_FRESH_DAYS)
    if voice.is_online or wanted.name in in_stories():
        return dice.randint(0, 4)
    drawn = dice.randrange(100)
    if drawn < FRESH:
        return dice.randint(1, max(1, due - 2))
    if drawn < DUE:
        return dice.randint(due + 1, stale - 1)
    return dice.randint(stale + 2, stale * 2) if drawn < STALE else None


@cache
def in_stories() -> frozenset[str]:
    """The offers where somebody is sent, as the stories call them."""
    people = (person for group in read("people").values() for person in group)
    needs = (need for person in people for need in person["needs"])
    return frozenset(asked["offer"] for need in needs for asked in need.get("requests", ()))


def plant_reports(session: Session, offer: Offer, wanted: Wanted, voice: Voice) -> None:
    """The last word on an offer and on each of its lots, and for some the word before."""
    age = age_of(wanted, offer, voice)
    if age is None:
        return
    at = now() - dt.timedelta(days=age, hours=2)
    actions.confirm(offer, by=voice.by, channel=voice.channel, said_by=voice.said_by, at=at)
    for lot, entry in zip(offer.lots, lots_of(wanted.key), strict=True):
        if "answer" in entry:
            state = LotState(entry.get("state", "OPEN"))
            before = at - dt.timedelta(days=BEFORE_DAYS)
            reports.report(lot, answer=entry["answer"] + 1, said=said(voice, before), state=state)
            reports.report(lot, answer=entry["answer"], said=said(voice, at), state=state)
        elif lot.sharing is Sharing.DEDICATED:
            reports.unchanged(lot, said=said(voice, at))


def said(voice: Voice, at: dt.datetime | None = None, note: str | None = None) -> Said:
    """The voice, as reports take it."""
    return Said(by=voice.by, channel=voice.channel, said_by=voice.said_by, at=at, note=note)
