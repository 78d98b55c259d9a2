"""Searches of the directory and records of it."""

import datetime as dt
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from bench.country.dice import Dice
from bench.measuring import pages
from bench.questions.asker import DOZENS, WORDS, Asker
from models.base import today
from models.codes.offer import Band, Family, Gender, Weekday
from search.engine import Audience, Place, SearchRequest, Window


def searches(asker: Asker) -> list[SearchRequest]:
    """Text, a radius and eight filters, in large towns and small ones."""
    dice, first = Dice("searches"), today() + dt.timedelta(days=7)
    asked = [
        SearchRequest(
            words=words,
            place=Place(town.lon, town.lat, town.name),
            radius_km=50,
            families=frozenset({family}),
            audience=Audience(gender=Gender.MEN, needs_pmr=True, with_animal=True),
            days=frozenset({Weekday.MON, Weekday.SAT}),
            bands=frozenset({Band.MORNING, Band.WEEKEND}),
            free_in=Window(first, first + dt.timedelta(days=30)),
            is_fresh=True,
        )
        for town, (words, family) in asker.pairs(dice)
    ]
    return [replace(one, with_siao=one.families != {Family.TIG}) for one in asked]


def uncounted(asker: Asker) -> list[SearchRequest]:
    """The same without any count, but that of the list."""
    return [replace(one, with_counts=False) for one in searches(asker)]


def search_pages(asker: Asker, **others: str) -> list[pages.Asked]:
    """The same over HTTP, as the form writes its address."""
    first = today() + dt.timedelta(days=7)
    usual = {
        "rayon": "50",
        "pour": "MEN",
        "pmr": "y",
        "animal": "y",
        "moments": ["MORNING", "WEEKEND"],
        "jours": ["MON", "SAT"],
        "du": first.isoformat(),
        "au": (first + dt.timedelta(days=30)).isoformat(),
        "recent": "y",
    }
    return [
        _search(asker, usual | {"mots": words, "famille": family, "commune": town.name})
        for town, (words, family) in asker.pairs(Dice("searches"))
    ]


def near(asker: Asker) -> list[pages.Asked]:
    """Around a commune."""
    return [_search(asker, {"commune": town.name}) for town, _ in asker.pairs(Dice("near"))]


def near_text(asker: Asker) -> list[pages.Asked]:
    """Text within 50 km."""
    return [
        _search(asker, {"mots": words, "commune": town.name, "rayon": "50"})
        for town, (words, _) in asker.pairs(Dice("near_text"))
    ]


def text(asker: Asker) -> list[pages.Asked]:
    """Text alone."""
    return [_search(asker, {"mots": words}) for words, _ in WORDS]


def offers(asker: Asker) -> list[pages.Asked]:
    """One record."""
    found = asker.rows(
        "SELECT id FROM directory.offer WHERE publication = 'PUBLISHED'"
        " AND EXISTS (SELECT FROM directory.place_lot WHERE offer_id = offer.id)"
        " ORDER BY md5(id::text) LIMIT :many",
        many=DOZENS,
    )
    return [pages.Asked(f"/offres/{key}", asker.counsellor) for (key,) in found]


def _search(asker: Asker, fields: dict[str, Any]) -> pages.Asked:
    return pages.Asked(f"/annuaire?{urlencode(fields, doseq=True)}", asker.counsellor)
