"""The tiles of the network map, which a browser may keep for a minute, then asks again."""

import hashlib

from flask import Response, abort, request
from flask.typing import ResponseReturnValue

from app.access import Act, may
from app.extensions import db
from app.gate import current_account, require
from app.network.forms import NetworkForm
from app.network.routes.base import asked, blueprint, sees_over
from models.base import today
from search.network import tiles
from search.network.grid import Tile

TILE_TYPE = "application/vnd.mapbox-vector-tile"
AGE_S = 60


@blueprint.get("/reseau/tuiles/<int:zoom>/<int:x>/<int:y>.mvt")
def tile(zoom: int, x: int, y: int) -> ResponseReturnValue:
    """One vector tile: 204 where there is nothing, 304 when it is still true."""
    require(Act.SEE_NETWORK)
    where, form = Tile(zoom, x, y), NetworkForm(formdata=request.args)
    if not where.exists:
        abort(404)
    if not form.validate():
        return Response(_said(form), status=422, mimetype="text/plain")
    answer = _kept()
    if answer.status_code != 304:
        answer.set_data(_cut(where, form))
        answer.status_code = 200 if answer.data else 204
    return answer


def _cut(where: Tile, form: NetworkForm) -> bytes:
    with_offers = may(current_account(), Act.SEE_NETWORK_OFFERS)
    return tiles.cut(db.session, where, asked(form), with_offers=with_offers, with_over=sees_over())


def _kept() -> Response:
    """An answer under a name that changes with the copies, the day, the question and who asks."""
    known = f"{tiles.version(db.session)} {today()} {current_account().id} {request.full_path}"
    tag = hashlib.sha256(known.encode()).hexdigest()[:32]
    answer = Response(mimetype=TILE_TYPE, status=304 if tag in request.if_none_match else 200)
    answer.cache_control.private = True
    answer.cache_control.max_age = AGE_S
    answer.vary.add("Cookie")
    answer.set_etag(tag)
    return answer


def _said(form: NetworkForm) -> str:
    """What is wrong with the filters, one sentence a line."""
    return "\n".join(str(error) for errors in form.errors.values() for error in errors) + "\n"
