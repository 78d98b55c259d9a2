"""Questions as people type them, asked as the page asks them, and what must answer them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from flask import Flask
from werkzeug.datastructures import MultiDict

from app.directory import links
from app.directory.asking import answer
from app.directory.forms.search import SearchForm
from app.extensions import db
from models.offer import Offer

FILES = Path(__file__).parent
FIRST = 5


@dataclass(frozen=True)
class Question:
    """What is typed, perhaps with a commune beside it, and the patterns of what comes first."""

    typed: str
    find: str
    never: str | None
    commune: str


@dataclass(frozen=True)
class Outcome:
    """The first offers of an answer, each in one line."""

    question: Question
    first: list[str]

    @property
    def is_at_1(self) -> bool:
        """Whether what was meant comes first."""
        return self.is_at_5 and _says(self.question.find, self.first[0])

    @property
    def is_at_5(self) -> bool:
        """Whether it is among the first five, with nothing that must not be."""
        never = self.question.never
        is_clean = never is None or not any(_says(never, one) for one in self.first)
        return is_clean and any(_says(self.question.find, one) for one in self.first)


def questions() -> Iterator[Question]:
    """All that the files ask."""
    for path in sorted(FILES.glob("*.yml")):
        for one in yaml.safe_load(path.read_text(encoding="utf-8")):
            yield Question(str(one["q"]), one["find"], one.get("never"), one.get("near", ""))


def ask(app: Flask, question: Question) -> Outcome:
    """The answer of the directory's page."""
    sent: MultiDict[str, Any] = MultiDict({"mots": question.typed, "commune": question.commune})
    with app.test_request_context():
        form = SearchForm(formdata=sent)
        assert form.validate(), form.errors
        page = answer(form, links.kept(sent, form), frozenset()).page
        first = [_line(db.session.get_one(Offer, hit.offer_id)) for hit in page.hits[:FIRST]]
    return Outcome(question, first)


def _line(offer: Offer) -> str:
    """« SOIN/CSAPA Consultations | CSAPA Le Tilleul | Villeurbanne »."""
    site, owner = offer.site, offer.organization.legal_name
    kind = f"{offer.family.value}/{offer.type_code}"
    return f"{kind} {offer.title} | {owner} | {site.commune.name} | {site.address}"


def _says(pattern: str, line: str) -> bool:
    return re.search(pattern, line) is not None


def share(outcomes: list[Outcome]) -> tuple[float, float]:
    """How many of the answers hold at 1 and at 5, from 0 to 1."""
    number = len(outcomes)
    at_1, at_5 = sum(one.is_at_1 for one in outcomes), sum(one.is_at_5 for one in outcomes)
    return at_1 / number, at_5 / number
