"""The base map: its style, and its tiles, which a browser may keep."""

from flask import Blueprint, Response, abort, current_app, jsonify, request, url_for

from app.basemap import tiles
from app.basemap.styling import DARK, LIGHT, map_style
from app.extensions import db

blueprint = Blueprint("basemap", __name__)
TILE_TYPE = "application/vnd.mapbox-vector-tile"
TILE_AGE_S = 7 * 24 * 3600
STYLE_AGE_S = 3600


@blueprint.get("/fond/style.json")
def style() -> Response:
    """The MapLibre style, in the theme that the page shows."""
    palette = DARK if request.args.get("theme") == "sombre" else LIGHT
    corner = url_for("basemap.tile", zoom=0, x=0, y=0, _external=True)
    answer = jsonify(map_style(corner.removesuffix("0/0/0.mvt") + "{z}/{x}/{y}.mvt", palette))
    return kept(answer, STYLE_AGE_S)


@blueprint.get("/fond/<int:zoom>/<int:x>/<int:y>.mvt")
def tile(zoom: int, x: int, y: int) -> Response:
    """One vector tile: 204 where there is nothing of France, 404 outside the grid."""
    if not tiles.exists(zoom, x, y):
        abort(404)
    content = tiles.cut(db.session, zoom, x, y)
    return kept(Response(content, status=200 if content else 204, mimetype=TILE_TYPE), TILE_AGE_S)


@blueprint.app_template_global()
def network_style_url() -> str:
    """The style of the network map, and of no other: the operator's, else our own."""
    return current_app.config["NETWORK_MAP_STYLE_URL"] or url_for("basemap.style")


def kept(answer: Response, age_s: int) -> Response:
    """The browser keeps it, then asks again; no shared cache may, since a cookie can come along."""
    answer.cache_control.private = True
    answer.cache_control.max_age = age_s
    answer.add_etag()
    answer.make_conditional(request)
    return answer
