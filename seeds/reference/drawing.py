"""The rows of the base map: which limits and names are drawn, between which zooms."""

from collections.abc import Iterator, Mapping

import shapely
from shapely import Point
from shapely.geometry.base import BaseGeometry

from models.codes.commune import CommuneKind
from seeds.reference import outlines
from seeds.reference.layers import ByCode, Layers
from seeds.reference.selection import Entry, Selection
from seeds.reference.spelling import full_name
from seeds.reference.tables import MAP_PROJECTION, Record, ewkb, population

LAST_ZOOM = 14
NATIONAL, REGIONAL, FAR, NEAR = (0, 4), (5, 6), (7, 9), (10, LAST_ZOOM)
COMMUNES = (8, 9)
ARRONDISSEMENTS = (11, LAST_ZOOM)
DEPARTMENT_NAMES = (5, 7)

Zooms = tuple[int, int]

# A place of at least so many people has this rank, and its name shows from this zoom.
RANKS = [
    (200_000, 1, 4),
    (100_000, 2, 5),
    (50_000, 3, 6),
    (20_000, 4, 7),
    (5_000, 5, 9),
    (1_000, 6, 10),
    (0, 7, 11),
]


def map_shapes(selection: Selection, layers: Layers) -> Iterator[Record]:
    """Every row of the base map."""
    communes = {one.row["code"]: called(one) for one in selection.today}
    departments = {row["code"]: row["nom"] for row in selection.departments}
    yield from limits("commune", communes, layers.communes_far, COMMUNES)
    yield from limits("commune", communes, layers.communes_near, NEAR)
    for shapes, zooms in by_zoom(layers):
        yield from limits("departement", departments, shapes, zooms)
        if zooms != NEAR:
            yield land(shapes, zooms)
    yield from limits("arrondissement", communes, arrondissements(selection), ARRONDISSEMENTS)
    middles = {
        code: shapely.point_on_surface(shape) for code, shape in layers.departments_far.items()
    }
    yield from limits("departement_name", departments, middles, DEPARTMENT_NAMES)
    yield from (place(one, one.point) for one in selection.today if one.point)


def by_zoom(layers: Layers) -> Iterator[tuple[ByCode, Zooms]]:
    """The outlines of départements, from the whole country to a street, without holes."""
    spans = {
        NATIONAL: layers.departments_national,
        REGIONAL: layers.departments_regional,
        FAR: layers.departments_far,
        NEAR: layers.departments_near,
    }
    for zooms, shapes in spans.items():
        yield {code: outlines.filled(shape) for code, shape in shapes.items()}, zooms


def land(shapes: ByCode, zooms: Zooms) -> Record:
    """One shape under all départements, which hides the cracks between them."""
    whole = outlines.filled(outlines.merged(list(shapes.values())))
    return record("land", "FR", "", whole, zooms)


def called(entry: Entry) -> str:
    """The name of a commune with its article."""
    return full_name(entry.row["nom"], entry.row["type_nom"])


def limits(layer: str, names: Mapping[str, str], shapes: ByCode, zooms: Zooms) -> Iterator[Record]:
    """One row for each shape of a layer."""
    for code, shape in shapes.items():
        yield record(layer, code, names[code], shape, zooms)


def arrondissements(selection: Selection) -> dict[str, BaseGeometry]:
    """The outlines of the arrondissements of Paris, Lyon and Marseille."""
    kept = [one for one in selection.today if one.kind is CommuneKind.ARRONDISSEMENT]
    return {one.row["code"]: outlines.to_mercator([one.outline])[0] for one in kept if one.outline}


def place(entry: Entry, point: Point) -> Record:
    """The name of a commune, at its point, as big as its population deserves."""
    people = population(entry) or 0
    rank, zoom = next((rank, zoom) for least, rank, zoom in RANKS if people >= least)
    if entry.kind is CommuneKind.ARRONDISSEMENT:
        rank, zoom = 8, 12
    drawn = outlines.to_mercator([point])[0]
    return record("place", entry.row["code"], called(entry), drawn, (zoom, LAST_ZOOM), rank)


def record(
    layer: str,
    code: str,
    name: str,
    shape: BaseGeometry,
    zooms: Zooms,
    rank: int = 0,
) -> Record:
    """One row of the base map."""
    return {
        "layer": layer,
        "code": code,
        "name": name,
        "rank": rank,
        "min_zoom": zooms[0],
        "max_zoom": zooms[1],
        "shape": ewkb(shape, MAP_PROJECTION),
    }
