"""What the lists of a coordinator are about: full for long, unnamed, not on the map, not found."""

import datetime as dt
from typing import Any

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from app.claims import reports
from app.directory import actions
from models.base import now
from models.network_days import UnmetSearch
from models.offer import Offer
from models.offer_kinds import TigPost
from seeds.demo.people import offer_at
from seeds.demo.reading import day, read
from seeds.demo.reports import said
from seeds.demo.voices import Voice, Voices


def plant_gaps(session: Session) -> str:
    """Once, after everything else."""
    if session.scalar(select(exists().where(UnmetSearch.searches > 0))):
        return ""
    voices, gaps = Voices(session), read("gaps")
    for entry in gaps["full"]:
        offer = offer_at(session, entry["offer"])
        for age in entry["ages"]:
            _full(offer, voices.of(offer), now() - dt.timedelta(days=age, hours=2))
    for name in gaps["unsupervised"]:
        post = offer_at(session, name)
        assert isinstance(post, TigPost)
        post.supervisor_name = None
    for name in gaps["unlocated"]:
        offer_at(session, name).site.public_point = None
    session.add_all(_in_vain(entry) for entry in gaps["unmet"])
    return f"{len(gaps['unmet'])} recherches sans résultat"


def _full(offer: Offer, voice: Voice, at: dt.datetime) -> None:
    actions.confirm(offer, by=voice.by, channel=voice.channel, said_by=voice.said_by, at=at)
    for lot in offer.lots:
        reports.full(lot, said=said(voice, at))


def _in_vain(entry: dict[str, Any]) -> UnmetSearch:
    about = {"type_code": "", "term": ""} | entry
    return UnmetSearch(day=day(-about.pop("age")), **about)
