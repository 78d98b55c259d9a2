"""How a typed text may be understood: a code, a name, a name and the area it is in."""

import re
from dataclasses import dataclass

from search.geocoder.names import LONGEST, fold

CODE = re.compile(r"(?:\d{1,5}|2[ab]\d{0,3})")
AREA = re.compile(r"(?:\d{5}|\d{2,3}|2[ab])")
LABEL = re.compile(r"(?P<name>[^(]+)\((?P<area>\d{5}|\d{2,3}|2[AB])?[^)]*\)?\s*")


@dataclass(frozen=True)
class Reading:
    """A folded name and, when one was given, the code of its postal area or département.

    `is_whole` asks for that very name: "marseille 13" is a name, or a name and a département.
    """

    name: str
    area: str | None = None
    is_whole: bool = False

    @property
    def department_code(self) -> str | None:
        """The département the area points to: "69" for "69100", "974" for "97400"."""
        if self.area is None or len(self.area) < 5:
            return self.area and self.area.upper()
        return self.area[: 3 if self.area.startswith("97") else 2]

    @property
    def postal_code(self) -> str | None:
        """The area, when it is a postal code."""
        return self.area if self.area and len(self.area) == 5 else None


def code_in(text: str) -> str | None:
    """The text as a postal, INSEE or département code, perhaps unfinished."""
    folded = fold(text.partition("(")[0])
    return folded if CODE.fullmatch(folded) else None


def readings(text: str) -> list[Reading]:
    """Every way to understand a text that is not a code, the most literal first."""
    label = LABEL.fullmatch(text[:LONGEST])
    if label:
        return [Reading(fold(label["name"]), label["area"])]
    name = fold(text)
    words = name.split()
    splits = [(words[:-1], words[-1]), (words[1:], words[0])] if len(words) > 1 else []
    areas = [Reading(fold(" ".join(rest)), area) for rest, area in splits if AREA.fullmatch(area)]
    return [Reading(name, is_whole=bool(areas)), *areas]
