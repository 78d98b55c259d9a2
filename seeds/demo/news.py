"""What hosts said last: full, fewer places than people, an answer beyond what there is."""

import datetime as dt
from typing import Any

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from app.claims import reports
from models.base import now
from models.capacity import CapacityReport, PlaceLot
from seeds.demo.people import offer_at
from seeds.demo.reading import read
from seeds.demo.reports import said
from seeds.demo.voices import Voices


def plant_news(session: Session) -> str:
    """Once, after the people."""
    if session.scalar(select(exists().where(CapacityReport.is_clamped))):
        return ""
    voices, news = Voices(session), read("news")
    for entry in news:
        offer = offer_at(session, entry["offer"])
        at = now() - dt.timedelta(days=entry["age"], hours=1)
        words = said(voices.of(offer), at, entry.get("note"))
        _say(offer.lots[entry.get("lot", 0)], entry, words)
    return f"{len(news)} nouvelles des places"


def _say(lot: PlaceLot, entry: dict[str, Any], words: reports.Said) -> None:
    if entry["verb"] == "full":
        reports.full(lot, said=words)
    elif entry["verb"] == "set_places":
        reports.set_places(lot, entry["places"], said=words)
    else:
        reports.report(lot, answer=entry["answer"], said=words)
