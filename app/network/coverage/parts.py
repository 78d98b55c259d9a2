"""The parts of France, how each is covered, and how the map fills them."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.network.coverage.country import Shares
from app.network.coverage.cover import Cover, Coverage, added
from exchange.writers.cells import harmless
from models.reference import Department, Region
from search.network.territory import Level

# From how many percent of people without an offer each pattern is drawn.
CLASSES = (
    (20.0, "cross", "20 % des habitants ou plus sans offre"),
    (5.0, "lines", "de 5 à 20 %"),
    (1.0, "dots", "de 1 à 5 %"),
    (0.0, "plain", "moins de 1 %"),
)
LEGEND = [(pattern, words) for _, pattern, words in CLASSES]
WORDS = dict(LEGEND)
HEADINGS = ["Code", "Territoire", "Habitants", "Habitants sans offre", "Part (%)"]
HEADINGS += ["Communes", "Communes sans offre"]


class Part(NamedTuple):
    """A région or a département, and how its people are covered."""

    territory: str
    label: str
    departments: list[str]
    coverage: Coverage

    @property
    def percent(self) -> float:
        """The share of the people without an offer; of the communes, where nobody was counted."""
        if self.coverage.people:
            return self.coverage.percent(Cover.NONE)
        return 100 * self.coverage.shares[Cover.NONE].communes / max(self.communes, 1)

    @property
    def pattern(self) -> str:
        """How the map fills it."""
        return next(pattern for least, pattern, _ in CLASSES if self.percent >= least)

    @property
    def communes(self) -> int:
        """All of them."""
        return sum(share.communes for share in self.coverage.shares.values())


def parts(session: Session, shares: dict[str, Shares], level: Level) -> list[Part]:
    """The régions or the départements, those with the most people without an offer first."""
    inside: dict[tuple[str, str], list[str]] = defaultdict(list)
    for department, code, name in session.execute(_named(level)):
        if department in shares:
            inside[code, name].append(department)
    found = [
        Part(f"{level}-{code}", name, codes, added(shares[one] for one in codes))
        for (code, name), codes in inside.items()
    ]
    return sorted(found, key=lambda one: (-one.coverage.shares[Cover.NONE].people, one.label))


def drawn(found: list[Part]) -> dict[str, list[str]]:
    """The départements of each pattern."""
    codes: dict[str, list[str]] = {pattern: [] for pattern in WORDS}
    for part in found:
        codes[part.pattern] += part.departments
    return codes


def table(found: list[Part]) -> Iterator[list[Any]]:
    """Its headings, then every part, as lines of a file."""
    yield HEADINGS
    for part in found:
        without = part.coverage.shares[Cover.NONE]
        people = [part.coverage.people, without.people, f"{part.percent:.1f}".replace(".", ",")]
        code = part.territory.partition("-")[2]
        yield [code, harmless(part.label), *people, part.communes, without.communes]


def _named(level: Level) -> sa.Select[str, str, str]:
    model = Region if level is Level.REGION else Department
    rows = sa.join(Department, Region, Region.code == Department.region_code)
    return (
        sa.select(Department.code, model.code, model.name)
        .select_from(rows)
        .order_by(Department.code)
    )
