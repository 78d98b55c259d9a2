"""The published communes with their département and parent, for all of France or a part of it."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cached_property

import shapely
from shapely import Point
from shapely.geometry.base import BaseGeometry

from models.codes.commune import CommuneKind
from seeds.reference import files
from seeds.reference.files import Row
from seeds.reference.outlines import merged, several
from seeds.reference.points import Judged, judge

KINDS = {
    "COM": CommuneKind.COMMUNE,
    "ARM": CommuneKind.ARRONDISSEMENT,
    "COMD": CommuneKind.DELEGATED,
    "COMA": CommuneKind.ASSOCIATED,
}
OF_TODAY = {CommuneKind.COMMUNE, CommuneKind.ARRONDISSEMENT}


@dataclass(frozen=True)
class Entry:
    """One published commune, of today or former, with what its row points to."""

    row: Row
    kind: CommuneKind
    department_code: str
    parent: Row | None
    outline: BaseGeometry | None

    @cached_property
    def town_hall(self) -> Judged:
        """The town hall's point, believed or refused."""
        return judge(self.row["mairie_localisation"], self.outline)

    @cached_property
    def point(self) -> Point | None:
        """The town hall, else a point on the outline, else nothing: never a default place."""
        if self.town_hall.point is not None or self.outline is None:
            return self.town_hall.point
        return shapely.point_on_surface(self.outline)


@dataclass(frozen=True)
class Selection:
    """What is read from the published files for the chosen départements."""

    departments: list[Row]
    today: list[Entry] = field(default_factory=list)
    former: list[Entry] = field(default_factory=list)


def select(departments: Collection[str] | None) -> Selection:
    """Read the communes of some départements, or of all when None."""
    kept = [
        row
        for row in files.read("departements")
        if departments is None or row["code"] in departments
    ]
    codes = {row["id"]: row["code"] for row in kept}
    rows = [row for row in files.rows_of("communes") if row["type"] in KINDS]
    parents = {row["id"]: row for row in rows if row["departement_id"] in codes}
    inside = [row for row in rows if (row["commune_parent_id"] or row["id"]) in parents]
    selection = Selection(kept)
    for entry in entries(inside, parents, codes):
        (selection.today if entry.kind in OF_TODAY else selection.former).append(entry)
    return selection


def entries(rows: list[Row], parents: dict[str, Row], codes: dict[str, str]) -> list[Entry]:
    """The rows as entries; a commune without outline takes that of the former communes in it."""
    outlines = {
        row["id"]: several(shapely.from_wkb(row["geometry"])) for row in rows if row["geometry"]
    }
    parts: dict[str, list[BaseGeometry]] = defaultdict(list)
    for row in rows:
        if row["id"] in outlines and KINDS[row["type"]] not in OF_TODAY:
            parts[row["commune_parent_id"]].append(outlines[row["id"]])
    missing = {row["id"] for row in rows} & parts.keys() - outlines.keys()
    outlines |= {identity: merged(parts[identity]) for identity in missing}
    return [entry(row, parents, codes, outlines.get(row["id"])) for row in rows]


def entry(
    row: Row, parents: dict[str, Row], codes: dict[str, str], outline: BaseGeometry | None
) -> Entry:
    """One row with its département, taken from its parent when it has one."""
    parent = parents.get(row["commune_parent_id"])
    code = codes[(parent or row)["departement_id"]]
    return Entry(row, KINDS[row["type"]], code, parent, outline)
