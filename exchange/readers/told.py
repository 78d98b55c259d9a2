"""A line of a free spreadsheet, asked by the fields its columns were understood as."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from exchange.line import Line
from exchange.readers import fields
from exchange.values.wrong import Wrong

Value = TypeVar("Value")


class Told:
    """A line asked by the fields its columns were understood as."""

    def __init__(self, line: Line, headings: Mapping[str, str]) -> None:
        self.line, self.headings = line, headings

    def text(self, field: str) -> str:
        """Empty when no column holds it."""
        return self.line.text(self.headings[field]) if field in self.headings else ""

    def take(self, field: str, parse: Callable[[str], Value]) -> Value | None:
        """None when no column holds it, or when it is empty or wrong."""
        return self.line.take(self.headings[field], parse) if field in self.headings else None

    def refuse(self, field: str, wrong: Wrong) -> None:
        """Under the column that holds it, or its own name."""
        self.line.refuse(self.headings.get(field, fields.labels()[field]), wrong)

    def spare(self, field: str, parse: Callable[[str], Value]) -> Value | None:
        """A value one can do without: left out with a remark, even in a strict line."""
        strict, self.line.is_strict = self.line.is_strict, False
        try:
            return self.take(field, parse)
        finally:
            self.line.is_strict = strict
