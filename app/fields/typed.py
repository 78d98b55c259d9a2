"""Typed fields that refuse in French, at their place, and keep what was typed."""

import datetime as dt
import re
import unicodedata
from typing import Any

from wtforms import (
    DateField,
    IntegerField,
    StringField,
    TextAreaField,
)
from wtforms.form import BaseForm
from wtforms.validators import Length, StopValidation, ValidationError

INVISIBLE = "Ce texte contenait un caractère invisible, que nous avons retiré : vérifiez-le."
OLDEST = dt.date(1900, 1, 1)


class Required:
    """Something must be given; the sentence says what."""

    field_flags = {"required": True}

    def __init__(self, sentence: str) -> None:
        self.sentence = sentence

    def __call__(self, form: BaseForm, field: Any) -> None:
        if not field.errors and field.data in (None, "", []):
            raise StopValidation(self.sentence)


class Between:
    """A number between two bounds; silent when the field has already been refused."""

    def __init__(self, low: int, high: int, sentence: str) -> None:
        self.low, self.high, self.sentence = low, high, sentence

    def __call__(self, form: BaseForm, field: Any) -> None:
        if field.data is not None and not self.low <= field.data <= self.high:
            raise ValidationError(self.sentence)


def chain(required: str, *others: Any) -> list[Any]:
    """The validators of a field; with a sentence, it is required.

    Not WTForms' `Optional`: it would skip the rules that ask for a field in some cases only.
    """
    return [*([Required(required)] if required else []), *others]


class Line(StringField):
    """One line of text: trimmed, no invisible character, at most so many characters."""

    def __init__(self, label: str, most: int, required: str = "", **kwargs: Any) -> None:
        short = Length(max=most, message=f"{most} caractères au plus.")
        super().__init__(label, chain(required, short), **kwargs)

    def process_formdata(self, valuelist: list[Any]) -> None:
        typed = valuelist[0].strip() if valuelist else ""
        self.data = visible(typed)
        if len(self.data) < len(typed):
            raise ValueError(INVISIBLE)


class Prose(TextAreaField):
    """Several lines of text: no invisible character but the end of a line."""

    def __init__(self, label: str, most: int, required: str = "", **kwargs: Any) -> None:
        short = Length(max=most, message=f"{most} caractères au plus.")
        super().__init__(label, chain(required, short), **kwargs)

    def process_formdata(self, valuelist: list[Any]) -> None:
        typed = valuelist[0].strip() if valuelist else ""
        self.data = "\n".join(visible(line) for line in typed.splitlines())


class Day(DateField):
    """A date; `9999` and the Middle Ages are refused."""

    def __init__(self, label: str, required: str = "", **kwargs: Any) -> None:
        super().__init__(label, chain(required), **kwargs)

    def process_formdata(self, valuelist: list[Any]) -> None:
        typed = valuelist[0].strip() if valuelist else ""
        self.raw_data = [visible(typed)[:40]]
        self.data = None
        if typed:
            self.data = read_day(typed)
            self.raw_data = [self.data.isoformat()]


def given(field: Any) -> Any:
    """What a required field holds, once its form has been validated."""
    if field.data is None:
        raise ValueError(f"{field.name} was not validated")
    return field.data


def read_day(typed: str) -> dt.date:
    """A date as browsers send it or as people write it, or ValueError with a French sentence."""
    for written in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            day = dt.datetime.strptime(typed, written).date()  # noqa: DTZ007
        except ValueError:
            continue
        if OLDEST <= day < OLDEST.replace(year=2200):
            return day
    raise ValueError("Écrivez une date qui existe, par exemple 03/03/2027.")


class Whole(IntegerField):
    """A whole number between two bounds."""

    def __init__(
        self, label: str, low: int, high: int, sentence: str, required: str = "", **kwargs: Any
    ) -> None:
        self.sentence = sentence
        super().__init__(label, chain(required, Between(low, high, sentence)), **kwargs)

    def process_formdata(self, valuelist: list[Any]) -> None:
        typed = valuelist[0].strip() if valuelist else ""
        self.raw_data = [visible(typed)[:40]]
        self.data = None
        if typed:
            self.data = self.read(typed)

    def read(self, typed: str) -> int:
        """Digits only: neither « 1e3 » nor « 12,5 »."""
        if not re.fullmatch(r"-?[0-9]{1,9}", typed):
            raise ValueError(self.sentence)
        return int(typed)


def visible(text: str) -> str:
    """The text without control characters, which no database nor page can hold."""
    return "".join(letter for letter in text if unicodedata.category(letter)[0] != "C")
