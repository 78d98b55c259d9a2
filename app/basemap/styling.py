"""How the base map looks: a MapLibre style, calm, so that our own points stand out.

It names no glyphs and no sprite: MapLibre then draws names with the fonts of the browser,
and nothing is asked of another host.
"""

from typing import Any

from app.basemap.tiles import LAST_ZOOM

CREDIT = "INSEE, La Poste, DILA, IGN, © contributeurs OpenStreetMap"

OUTSIDE = "#e2e7eb"
LAND = "#f8f7f3"
COMMUNE_LIMIT = "#d9d8d0"
DEPARTMENT_LIMIT = "#a9adb0"
NAME = "#4a5157"
HALO = "#ffffff"
SIZE_BY_RANK = ["interpolate", ["linear"], ["get", "rank"], 1, 16, 7, 11]

Layer = dict[str, Any]


def map_style(tiles: str) -> dict[str, Any]:
    """The style whose tiles are found at this absolute address, with {z}, {x} and {y} left open."""
    source = {"type": "vector", "tiles": [tiles], "maxzoom": LAST_ZOOM, "attribution": CREDIT}
    return {"version": 8, "name": "Fond", "sources": {"fond": source}, "layers": layers()}


def layers() -> list[Layer]:
    """What is drawn, from the bottom up."""
    return [
        {"id": "outside", "type": "background", "paint": {"background-color": OUTSIDE}},
        drawn("land", "fill", "land", paint={"fill-color": LAND}),
        drawn("departement", "fill", "departement", paint={"fill-color": LAND}),
        line("arrondissement-limit", "arrondissement", COMMUNE_LIMIT, 0.6),
        line("commune-limit", "commune", COMMUNE_LIMIT, 0.8),
        line("departement-limit", "departement", DEPARTMENT_LIMIT, 1.2),
        names("departement-name", "departement_name", size=12),
        names("place-name", "place", size=SIZE_BY_RANK),
    ]


def drawn(name: str, kind: str, layer: str, **details: Any) -> Layer:
    """One layer of the style, over one layer of the tiles."""
    return {"id": name, "type": kind, "source": "fond", "source-layer": layer, **details}


def line(name: str, layer: str, colour: str, width: float) -> Layer:
    """A limit."""
    paint = {"line-color": colour, "line-width": width}
    return drawn(name, "line", layer, layout={"line-join": "round"}, paint=paint)


def names(name: str, layer: str, size: Any) -> Layer:
    """Names, the larger places winning where there is no room for all."""
    layout = {
        "text-field": ["get", "name"],
        "text-font": ["sans-serif"],
        "text-size": size,
        "text-padding": 6,
        "symbol-sort-key": ["get", "rank"],
    }
    paint = {"text-color": NAME, "text-halo-color": HALO, "text-halo-width": 1.4}
    return drawn(name, "symbol", layer, layout=layout, paint=paint)
