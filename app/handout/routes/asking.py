"""What was asked of the sheet: of which offer, for which stay, in which language."""

from dataclasses import dataclass
from typing import Any

from flask import current_app, request, url_for

from app.handout.languages import FRENCH, Language, Languages
from app.handout.sheet import Secret, Sheet, Stay
from app.handout.writing import write
from models.base import today
from models.offer import Offer


@dataclass(frozen=True)
class Asked:
    """One sheet and the addresses around it: `back` to what it is about, `subject` its own."""

    offer: Offer
    subject: dict[str, Any]
    back: tuple[str, str]
    stay: Stay | None = None

    @property
    def language(self) -> Language:
        """The language asked for; French when there is none of that name."""
        return languages().get(request.values.get("langue", FRENCH), languages()[FRENCH])

    @property
    def choices(self) -> list[tuple[Language, str]]:
        """Each language with the address of the sheet in it."""
        known = languages()
        return [(known[code], self.url("", code)) for code in known]

    @property
    def pdf_url(self) -> str:
        """The same sheet, to print."""
        return self.url("_pdf", self.language.code)

    @property
    def open_url(self) -> str:
        """Where one asks for a confidential address, by POST."""
        return self.url("_open", None)

    def url(self, what: str, language: str | None) -> str:
        """An address about the same subject: that of an offer, or that of a stay."""
        name = "stay" if self.stay else "offer"
        return url_for(f"handout.{name}{what}", **self.subject, langue=language)

    def sheet(self, secret: Secret | None = None) -> Sheet:
        """The sheet, written today."""
        return write(
            self.offer,
            self.language,
            on=today(),
            is_demo=current_app.config["DEMO"],
            stay=self.stay,
            secret=secret,
        )


def languages() -> Languages:
    """The languages of this process, read at its start."""
    found: Languages = current_app.extensions["handout.languages"]
    return found
