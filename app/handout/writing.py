"""Writes the sheet of one offer, in one language, from what the account may see of it."""

import datetime as dt
from collections.abc import Callable

from markupsafe import Markup

from app.handout import answers, coming
from app.handout.languages import FRENCH, Language, ours
from app.handout.neutral import Sieve, is_neutral
from app.handout.sheet import Given, Part, Secret, Sheet, Stay
from app.handout.words import Words
from models.codes.offer import Family
from models.offer import Offer
from search import vocabulary

ANSWERS: tuple[tuple[str, Callable[[Given], list[Markup]]], ...] = (
    ("where", answers.where),
    ("when", coming.when),
    ("whom", answers.whom),
    ("call", answers.call),
    ("how", answers.how),
    ("bring", coming.bring),
    ("reception", coming.reception),
    ("cost", coming.cost),
)
LARGE, LIST = frozenset({"where", "call"}), "bring"
# The list of courses is that of the law: a title would say why somebody comes.
UNTITLED = frozenset({Family.STAGE})


def write(
    offer: Offer,
    language: Language,
    *,
    on: dt.date,
    is_demo: bool = False,
    stay: Stay | None = None,
    secret: Secret | None = None,
) -> Sheet:
    """Everything the page says; `on` is the day it is printed."""
    given = Given(offer, Words(language), Sieve(spelt), on, stay, secret)
    parts = [
        Part(given.words(key), lines, is_large=key in LARGE, is_list=key == LIST)
        for key, say in ANSWERS
        if (lines := say(given))
    ]
    title, owner = _names(given)
    kind = given.words.kind(offer.family.value, offer.type_code)
    work = _work(given)
    ending = [given.words("printed", date=given.words.day(on))]
    if is_demo:
        ending.append(given.words("demonstration"))
    kept_back = list(dict.fromkeys(given.sieve.kept_back))
    return Sheet(title or kind, work or kind, owner, parts, ending, kept_back)


def spelt(acronym: str) -> str | None:
    """What an acronym stands for, in the words of the sheet, else of the vocabulary."""
    known = vocabulary.files()
    said = ours()[FRENCH].names.get(acronym)
    if said is None and acronym.lower() in known.acronyms:
        said = known.entries[acronym][0]
    return said if said and is_neutral(said) else None


def _names(given: Given) -> tuple[Markup | None, Markup | None]:
    """What the place is called, and whose it is, unless that is the same."""
    offer, sieve = given.offer, given.sieve
    title = None if offer.family in UNTITLED else sieve.name(offer.title)
    owner = sieve.name(offer.organization.legal_name)
    if owner == title:
        owner = None
    french = given.words.french
    return french(title) if title else None, french(owner) if owner else None


def _work(given: Given) -> Markup | None:
    """What one will do on a post, in the host's words."""
    said = given.sieve.words(getattr(given.offer, "nature_of_work", None))
    return given.words("activity", text=given.words.french(said)) if said else None
