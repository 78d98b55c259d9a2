"""Objects and rows of data·inclusion brought to one shape: plain values, and their text."""

import json
import re
from collections.abc import Mapping
from typing import Any

from exchange.readers.inclusion_checks import LISTS
from exchange.values.text import cleaned

DECIMALS = frozenset({"longitude", "latitude", "volume_horaire_hebdomadaire"})
MARKED = "__ignore__"


def of_row(cells: Mapping[str, str]) -> dict[str, Any]:
    """Cells of a table: lists are cut, decimal commas are points, an empty cell is nothing."""
    told: dict[str, Any] = {}
    for field, cell in cells.items():
        text = cleaned(cell)
        if not text:
            continue
        if field in LISTS:
            told[field] = _list(text)
        else:
            told[field] = text.replace(",", ".") if field in DECIMALS else text
    return told


def _list(text: str) -> list[str]:
    """« a, b », « ["a", "b"] » or « {a,b} »."""
    if text.startswith("["):
        try:
            return [str(item) for item in json.loads(text)]
        except (ValueError, TypeError, RecursionError):
            pass
    return [item for part in re.split(r"[,;|\n]", text) if (item := part.strip(" \t[]{}\"'"))]


def of_object(found: Mapping[str, Any]) -> dict[str, Any]:
    """An object of JSON: texts are cleaned, empty ones and nulls are nothing."""
    told = {field: _cleaned(value) for field, value in found.items()}
    return {field: value for field, value in told.items() if value not in (None, "")}


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return cleaned(value)
    return [_cleaned(item) for item in value] if isinstance(value, list) else value


def texts(told: Mapping[str, Any]) -> dict[str, str]:
    """Each value as it would be in a cell."""
    return {field: _text(value) for field, value in told.items()}


def _text(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict) else str(value)


def is_ignored(cells: Mapping[str, str]) -> bool:
    """Rows that explain or give an example say so."""
    return bool(cells.get(MARKED, "").strip())
