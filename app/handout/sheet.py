"""What the sheet is made of, before it is set on a page."""

import datetime as dt
from dataclasses import dataclass, field

from markupsafe import Markup

from app.handout.neutral import Sieve
from app.handout.words import Words
from models.offer import Offer

MOST_LINES = 26


@dataclass(frozen=True)
class Stay:
    """What a placement adds: from when, until when, and who will be there."""

    starts_on: dt.date
    ends_on: dt.date
    supervisor: str | None


@dataclass(frozen=True)
class Secret:
    """The true place of a confidential site, for who may read it."""

    address: str | None
    phone: str | None


@dataclass(frozen=True)
class Given:
    """All that the sheet is written from; `secret` only after the click that is audited."""

    offer: Offer
    words: Words
    sieve: Sieve
    on: dt.date
    stay: Stay | None = None
    secret: Secret | None = None


@dataclass(frozen=True)
class Part:
    """One question the person asks, and its answer in short lines."""

    title: Markup
    lines: list[Markup]
    is_large: bool = False
    is_list: bool = False


@dataclass(frozen=True)
class Sheet:
    """One page; `kept_back` is what was not neutral, told to whoever prints it."""

    title: Markup
    kind: Markup
    owner: Markup | None
    parts: list[Part]
    ending: list[Markup]
    kept_back: list[str] = field(default_factory=list)

    @property
    def is_long(self) -> bool:
        """Whether a browser prints it smaller, to hold it on one page."""
        lines = [line for part in self.parts for line in part.lines]
        return len(self.parts) + sum(1 + len(line.striptags()) // 70 for line in lines) > MOST_LINES
