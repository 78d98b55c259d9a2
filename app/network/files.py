"""Files one takes away: CSV as French spreadsheets open it, no cell a formula, a telling name."""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable
from typing import Any

CSV = "text/csv; charset=utf-8"
# Without it, a spreadsheet does not know that the file is UTF-8.
MARK = "\ufeff"
# A spreadsheet would take these for the beginning of a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def harmless(value: Any) -> Any:
    """A text that begins like a formula is preceded by an apostrophe, as spreadsheets ask."""
    if isinstance(value, str) and value.startswith(FORMULA):
        return f"'{value}"
    return value


def lines(rows: Iterable[list[Any]]) -> str:
    """The rows as CSV, with semicolons."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";").writerows(rows)
    return text.getvalue()


def file_name(label: str, day: object, extension: str) -> str:
    """« reseau-rhone-2026-11-22.csv »."""
    plain = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode().lower()
    place = re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "selection"
    return f"reseau-{place}-{day}.{extension}"
