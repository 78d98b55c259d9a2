"""The outlines of communes and départements, at the detail of each span of zooms."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from shapely.geometry.base import BaseGeometry

from models.codes.commune import CommuneKind
from seeds.reference import outlines
from seeds.reference.selection import Entry, Selection

FAR_TOLERANCE_M = 1_000
REGIONAL_TOLERANCE_M = 2_000
NATIONAL_TOLERANCE_M = 6_000

ByCode = Mapping[str, BaseGeometry]


@dataclass(frozen=True)
class Layers:
    """Outlines by code, in Web Mercator, from the closest look to the whole country."""

    communes_near: ByCode
    communes_far: ByCode
    departments_near: ByCode
    departments_far: ByCode
    departments_regional: ByCode
    departments_national: ByCode


def draw(selection: Selection) -> Layers:
    """Outline the communes together, then the départements around them."""
    communes = [one for one in selection.today if one.outline and one.kind is CommuneKind.COMMUNE]
    codes = [one.row["code"] for one in communes]
    shapes = outlines.to_mercator([one.outline for one in communes if one.outline])
    near: ByCode = dict(zip(codes, shapes, strict=True))
    far = lighter(near, FAR_TOLERANCE_M)
    departments = around(communes, far)
    return Layers(
        communes_near=near,
        communes_far=far,
        departments_near=around(communes, near),
        departments_far=departments,
        departments_regional=lighter(departments, REGIONAL_TOLERANCE_M),
        departments_national=lighter(departments, NATIONAL_TOLERANCE_M),
    )


def around(communes: Sequence[Entry], shapes: ByCode) -> ByCode:
    """The outline of each département, from its communes."""
    groups: dict[str, list[BaseGeometry]] = defaultdict(list)
    for commune in communes:
        groups[commune.department_code].append(shapes[commune.row["code"]])
    return {code: outlines.merged(group) for code, group in groups.items()}


def lighter(shapes: ByCode, tolerance_m: float) -> ByCode:
    """The same outlines with fewer corners, neighbours still joined."""
    return dict(zip(shapes, outlines.simplified(list(shapes.values()), tolerance_m), strict=True))


def department_outlines(layers: Layers) -> ByCode:
    """The light outlines of départements, in degrees, for their own record."""
    regional = layers.departments_regional.items()
    return {code: outlines.several(outlines.to_degrees(shape)) for code, shape in regional}
