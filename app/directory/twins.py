"""What a form sent twice would write twice: the row that already says the same; pure."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

Row = TypeVar("Row")
LOT = ("label", "gender", "households", "days", "is_for_minors")
SITE = ("name", "insee_code")
CONTACT = ("name", "function", "phone", "email")
ACCREDITATION = ("kind", "department_code", "requested_on", "decided_on")


def twin(rows: Iterable[Row], terms: Mapping[str, Any], names: Iterable[str]) -> Row | None:
    """The first row that says the same under these names; the caller locks what holds them."""
    said = {name: terms.get(name) for name in names}
    return next((row for row in rows if _says(row, said)), None)


def _says(row: object, said: Mapping[str, Any]) -> bool:
    """Nothing typed and nothing stored are the same."""
    return all((getattr(row, name) or None) == (value or None) for name, value in said.items())
