"""How the base map looks: a MapLibre style, calm, so that our own points stand out.

It names no glyphs and no sprite: MapLibre then draws names with the fonts of the browser,
and nothing is asked of another host.
"""

from typing import Any, NamedTuple

from app.basemap.tiles import LAST_ZOOM

CREDIT = "INSEE, La Poste, DILA, IGN, © contributeurs OpenStreetMap"


class Palette(NamedTuple):
    """The colours of one theme."""

    outside: str
    land: str
    commune: str
    departement: str
    name: str
    halo: str


LIGHT = Palette("#e2e7eb", "#f8f7f3", "#d9d8d0", "#a9adb0", "#4a5157", "#ffffff")
DARK = Palette("#141a21", "#212a33", "#36414b", "#66727d", "#c9d1d8", "#141a21")
SIZE_BY_RANK = ["interpolate", ["linear"], ["get", "rank"], 1, 16, 7, 11]

Layer = dict[str, Any]


def map_style(tiles: str, palette: Palette = LIGHT) -> dict[str, Any]:
    """The style whose tiles are found at this absolute address, with {z}, {x} and {y} left open."""
    source = {"type": "vector", "tiles": [tiles], "maxzoom": LAST_ZOOM, "attribution": CREDIT}
    layers = layers_in(palette)
    return {"version": 8, "name": "Fond", "sources": {"fond": source}, "layers": layers}


def layers_in(palette: Palette) -> list[Layer]:
    """What is drawn, from the bottom up; a layer has the same name in both themes."""
    land = {"fill-color": palette.land}
    return [
        {"id": "outside", "type": "background", "paint": {"background-color": palette.outside}},
        drawn("land", "fill", "land", paint=land),
        drawn("departement", "fill", "departement", paint=land),
        line("arrondissement-limit", "arrondissement", palette.commune, 0.6),
        line("commune-limit", "commune", palette.commune, 0.8),
        line("departement-limit", "departement", palette.departement, 1.2),
        names("departement-name", "departement_name", palette, size=12),
        names("place-name", "place", palette, size=SIZE_BY_RANK),
    ]


def drawn(name: str, kind: str, layer: str, **details: Any) -> Layer:
    """One layer of the style, over one layer of the tiles."""
    return {"id": name, "type": kind, "source": "fond", "source-layer": layer, **details}


def line(name: str, layer: str, colour: str, width: float) -> Layer:
    """A limit."""
    paint = {"line-color": colour, "line-width": width}
    return drawn(name, "line", layer, layout={"line-join": "round"}, paint=paint)


def names(name: str, layer: str, palette: Palette, size: Any) -> Layer:
    """Names, the larger places winning where there is no room for all."""
    layout = {
        "text-field": ["get", "name"],
        "text-font": ["sans-serif"],
        "text-size": size,
        "text-padding": 6,
        "symbol-sort-key": ["get", "rank"],
    }
    paint = {"text-color": palette.name, "text-halo-color": palette.halo, "text-halo-width": 1.4}
    return drawn(name, "symbol", layer, layout=layout, paint=paint)
