"""Values of columns as words of a sheet; None says that nobody knows yet."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from app.filters import plural
from models.codes.offer import YesNo

Rows = list[tuple[str, Any]]


@dataclass(frozen=True)
class Section:
    """One part of a sheet; what nobody knows is told apart from what is no."""

    anchor: str
    title: str
    rows: Rows

    @property
    def known(self) -> Rows:
        """What was said."""
        return [row for row in self.rows if row[1] not in (None, "")]

    @property
    def unknown(self) -> list[str]:
        """What was not: somebody could tell."""
        silent = [term for term, value in self.rows if value in (None, "")]
        return [term if term[1:2].isupper() else term[0].lower() + term[1:] for term in silent]


def yes(value: YesNo | bool | None) -> str | None:
    """« Oui », « Non », « Au cas par cas », or None when unknown."""
    if isinstance(value, YesNo):
        return None if value is YesNo.UNKNOWN else value.label
    return None if value is None else ("Oui" if value else "Non")


def listed(values: Iterable[Any] | None) -> str | None:
    """Codes or texts in one line, or None when nothing was said."""
    said = [getattr(value, "label", value) for value in values or ()]
    return ", ".join(said) or None


def link(url: str) -> Markup:
    """An address of the web one can follow."""
    return Markup('<a href="{0}" rel="noopener noreferrer">{0}</a>').format(url)


def days(count: int | None) -> str | None:
    """« 90 jours »."""
    return None if count is None else plural(count, "jour")


def count(number: int | None) -> str | None:
    """A plain number; zero is known."""
    return None if number is None else str(number)


def hours(count: int | None) -> str | None:
    """« 35 heures »."""
    return None if count is None else plural(count, "heure")


def between(low: int | None, high: int | None, unit: str) -> str | None:
    """« de 30 à 180 jours », « 180 jours au plus »."""
    if low and high:
        return f"de {low} à {plural(high, unit)}"
    if low:
        return f"{plural(low, unit)} au moins"
    return f"{plural(high, unit)} au plus" if high else None
