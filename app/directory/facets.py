"""The panel of filters: each value with how many offers it would give beside the others chosen."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from app.directory.forms.search import SearchForm
from app.directory.panels import told
from models.base import Code
from models.codes.families import types_of
from search.engine import YES, Axis, SearchPage

# Lists whose values are shown only where they give something: no partner speaks forty languages.
BRIEF = ("admission", "langue")
# Those that few searches need; the panel shows them when asked, or when they are used.
FOLDED = ("jours", "moments", "admission", "langue", "cout")
LISTS = {
    "mesure": Axis.MEASURE,
    "jours": Axis.DAY,
    "moments": Axis.BAND,
    "admission": Axis.ADMISSION,
    "langue": Axis.LANGUAGE,
    "cout": Axis.COST,
}
BOXES = {
    "couple": Axis.COUPLE,
    "enfants": Axis.CHILDREN,
    "animal": Axis.ANIMAL,
    "mineur": Axis.MINOR,
    "pmr": Axis.PMR,
    "bracelet": Axis.TAG,
    "sans_conduire": Axis.NO_DRIVING,
    "sans_siao": Axis.NO_SIAO,
    "libre": Axis.FREE,
    "recent": Axis.FRESH,
}


@dataclass(frozen=True)
class Choice:
    """One value as a box; `count` is in words, empty when it was not counted."""

    name: str
    code: str
    label: str
    count: str
    checked: bool


@dataclass(frozen=True)
class Facets:
    """The values that a page of results can be narrowed by."""

    form: SearchForm
    page: SearchPage | None
    types: frozenset[str] = frozenset()

    @property
    def has_more(self) -> bool:
        """Whether one of the lists that are folded away is used."""
        return any(self.form[name].data for name in FOLDED)

    def kinds(self) -> list[Choice]:
        """The kinds of the family chosen that have something to show, or that are ticked."""
        family = self.form.famille.data
        if family is None or self.page is None:
            return []
        counts = self.page.type_counts
        found = [
            (code, counts.get((family, code.value), 0), code.value in self.types)
            for code in types_of(family)
        ]
        return [
            Choice("type", code.value, code.label, told(count), is_chosen)
            for code, count, is_chosen in found
            if count or is_chosen
        ]

    def listed(self, name: str) -> list[Choice]:
        """The values of a list of boxes."""
        return list(self._values(name, self.form[name]))

    def box(self, name: str) -> Choice:
        """A box that stands alone."""
        field = self.form[name]
        count = self._count(BOXES[name], YES)
        return Choice(name, YES, str(field.label.text), _words(count), bool(field.data))

    def genders(self) -> list[tuple[str, str]]:
        """The choices of a list: (code, label with its count)."""
        chosen = [("", "Tout le monde")]
        for code, label in (("MEN", "Hommes"), ("WOMEN", "Femmes")):
            count = _words(self._count(Axis.GENDER, code))
            chosen.append((code, f"{label} ({count})" if count else label))
        return chosen

    def _values(self, name: str, field: Any) -> Iterator[Choice]:
        for choice in field.choices:
            count = self._count(LISTS[name], choice.value)
            is_chosen = any(code == choice.value for code in field.data or ())
            if count or is_chosen or name not in BRIEF or self.page is None:
                yield Choice(name, choice.value, str(choice.label), _words(count), is_chosen)

    def _count(self, axis: Axis, value: str | Code) -> int | None:
        return self.page.facets.get((axis, str(value))) if self.page else None


def _words(count: int | None) -> str:
    return "" if count is None else told(count)
