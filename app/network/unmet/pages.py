"""What the page of unmet searches says of a row, and how the map is filled."""

from collections import defaultdict

from app.network.kinds import TYPE_LABELS
from app.network.unmet.queries import LEAST, Unmet
from models.codes.offer import Family

# From so many searches on, a commune or a département is filled with this.
STEPS = ((50, "cross"), (20, "lines"), (10, "dots"), (LEAST, "tint"))
LEGEND = [
    ("cross", "50 recherches ou plus"),
    ("lines", "de 20 à 49"),
    ("dots", "de 10 à 19"),
    ("tint", f"de {LEAST} à 9"),
]


def label(row: Unmet) -> str:
    """« Logement », « Logement : Résidence sociale, « bracelet » »."""
    family = Family(row.family).label if row.family in set(Family) else ""
    kind = TYPE_LABELS.get(row.type_code, "")
    term = f"« {row.term} »" if row.term else ""
    what = ", ".join(filter(None, (kind, term)))
    return " : ".join(filter(None, (family, what))) or "Toutes sortes d'offres"


def codes(found: list[Unmet], *, by_department: bool) -> dict[str, list[str]]:
    """The communes, or the départements, of each pattern: sums of what is shown, nothing more."""
    sums: dict[str, int] = defaultdict(int)
    for row in found:
        sums[row.department_code if by_department else row.insee_code] += row.searches
    drawn: dict[str, list[str]] = {pattern: [] for _, pattern in STEPS}
    for code, searches in sorted(sums.items()):
        drawn[next(pattern for least, pattern in STEPS if searches >= least)].append(code)
    return drawn
