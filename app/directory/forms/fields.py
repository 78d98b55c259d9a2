"""Fields of the directory's own: numbers, addresses of the web, hours, texts one per line."""

import datetime as dt
import re
from typing import Any
from urllib.parse import urlsplit

from email_validator import EmailNotValidError, validate_email
from wtforms import SelectField, TextAreaField, ValidationError
from wtforms.form import BaseForm

from app.fields import Line, SelectChoice, visible
from app.filters import phone
from exchange.values import reach
from exchange.values.wrong import Wrong

LONGEST = 2_000
MAYBE = {"": None, "1": True, "0": False}


class Checked(Line):
    """A line that has a stored form; nothing typed is no value at all."""

    def post_validate(self, form: BaseForm, validation_stopped: bool) -> None:
        """Bring what was typed to its stored form."""
        if self.data and not self.errors:
            self.data = self.stored(self.data)

    def stored(self, typed: str) -> str:
        """The stored form, or ValidationError."""
        return typed


class Phone(Checked):
    """A telephone number, stored as +33472000000, overseas too; 115 and its like stay short."""

    def stored(self, typed: str) -> str:
        """International, or short when that is what it is."""
        try:
            return reach.international(re.sub(r"[\s.]", "", typed))
        except Wrong as wrong:
            raise ValidationError(wrong.reason) from wrong

    def _value(self) -> str:
        return phone(self.data) if self.data and not self.errors else self.data or ""


class Email(Checked):
    """An e-mail address; whether its domain exists is not asked of anybody."""

    def stored(self, typed: str) -> str:
        """As it is written in a header."""
        try:
            return validate_email(typed, check_deliverability=False).normalized
        except EmailNotValidError as error:
            raise ValidationError("Écrivez une adresse comme accueil@exemple.fr.") from error


class Website(Checked):
    """A page of the web: https unless said, and never anything else than http."""

    def stored(self, typed: str) -> str:
        """With its scheme."""
        address = typed if "://" in typed else f"https://{typed}"
        if not is_web(address):
            raise ValidationError("Écrivez une adresse comme https://www.exemple.fr.")
        return address


def is_web(address: str) -> bool:
    """Whether it leads to a named machine by http or https."""
    try:
        parts = urlsplit(address)
        return parts.scheme in ("http", "https") and "." in (parts.hostname or "")
    except ValueError:  # brackets without an address of IPv6 inside
        return False


class Items(TextAreaField):
    """Several short texts, one per line."""

    data: Any

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Trimmed, without empty lines; a very long text is cut before it is read."""
        lines = valuelist[0][:LONGEST].splitlines() if valuelist else []
        said = [visible(line.strip()) for line in lines]
        self.data = [line for line in said if line]

    def _value(self) -> str:
        return "\n".join(self.data or [])


class Clock(Line):
    """An hour of the day, as « 22:30 » or « 22 h 30 »."""

    def __init__(self, label: str, **kwargs: Any) -> None:
        super().__init__(label, 10, **kwargs)

    def process_data(self, value: Any) -> None:
        """A stored time becomes text."""
        self.data = f"{value:%H:%M}" if isinstance(value, dt.time) else value

    @property
    def time(self) -> dt.time | None:
        """The hour typed, or None when there is none."""
        found = re.fullmatch(r"(\d{1,2})\s*(?:h|:)\s*(\d{2})?", self.data or "")
        return dt.time(int(found[1]), int(found[2] or 0)) if found else None

    def post_validate(self, form: BaseForm, validation_stopped: bool) -> None:
        """An hour that exists."""
        try:
            is_wrong = bool(self.data) and self.time is None
        except ValueError:
            is_wrong = True
        if is_wrong:
            raise ValidationError("Écrivez une heure comme 22:30.")


def maybe(label: str, **kwargs: Any) -> SelectField:
    """Yes, no, or not known yet."""
    choices = [SelectChoice("", "Inconnu"), SelectChoice("1", "Oui"), SelectChoice("0", "Non")]
    return SelectField(label, coerce=_read_maybe, choices=choices, validate_choice=False, **kwargs)


def _read_maybe(value: Any) -> bool | None:
    if value is None or isinstance(value, bool):
        return value
    return MAYBE.get(str(value))
