"""Says the figures of a line in French: a count, its change, and « moins de 5 » for the hidden."""

from typing import NamedTuple

from app.filters import number
from app.network.climbing import Figures
from app.network.hiding import Told, ceiling, held_told, is_about, placements_told
from app.network.totals import Line

HIDDEN = "non communiqué"
NOT_YET = "pas encore connu"


class Cell(NamedTuple):
    """What one reads, its change over 30 days if it may be told, and what sorting goes by."""

    text: str
    change: str | None = None
    rank: int | None = None


class Column(NamedTuple):
    """A column, and the name a link sorts it by."""

    name: str
    label: str


COLUMNS = (
    Column("offres", "Offres"),
    Column("places", "Places"),
    Column("libres", "Libres"),
    Column("reservees", "Réservées"),
    Column("placements", "Placements"),
    Column("occupation", "Occupation"),
    Column("confirmer", "À confirmer"),
)


def cells(line: Line) -> list[Cell]:
    """The cells of a line, in the order of the columns."""
    now, then = line.now, line.before
    return [
        _count(now.offers, then and then.offers),
        _count(now.places, then and then.places),
        _count(now.free, then and then.free),
        _told(now.told, then and then.told, held_told(now.told), then and held_told(then.told)),
        _placements(now.told, then and then.told),
        _occupancy(now),
        _count(now.unknown, then and then.unknown),
    ]


def _count(now: int, then: int | None) -> Cell:
    return Cell(number(now), NOT_YET if then is None else _signed(now - then), now)


def _placements(now: Told, then: Told | None) -> Cell:
    shown = placements_told(now)
    if shown is None:
        return Cell(f"moins de {ceiling(now)}")
    return _told(now, then, shown, then and placements_told(then))


def _told(now: Told, then: Told | None, shown: int | None, before: int | None) -> Cell:
    """A figure of people: never a change with a day on which it was hidden."""
    if shown is None:
        return Cell(HIDDEN)
    text = _about(number(shown), now)
    if then is None:
        return Cell(text, NOT_YET, shown)
    if before is None:
        return Cell(text, HIDDEN, shown)
    return Cell(text, _signed(shown - before), shown)


def _occupancy(now: Figures) -> Cell:
    """Placements over places (domain §9), where placements are told."""
    shown = placements_told(now.told)
    if shown is None:
        return Cell(HIDDEN)
    if not now.places:
        return Cell("sans objet")
    share = round(100 * shown / now.places)
    return Cell(_about(f"{number(share)} %", now.told), rank=share)


def _about(text: str, told: Told) -> str:
    return f"environ {text}" if is_about(told) else text


def _signed(change: int) -> str:
    return "stable" if change == 0 else f"{'+' if change > 0 else ''}{number(change)}"
