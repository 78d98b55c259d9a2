"""« Recherches sans résultat »: the demand without offer, as a map and its table."""

from typing import Any

from flask import abort, render_template, request
from flask.typing import ResponseReturnValue

from app.access import Act
from app.extensions import db
from app.gate import require
from app.network.areas import written
from app.network.forms import NetworkForm
from app.network.routes.base import asked_form, blueprint
from app.network.routes.coverage import drawn
from app.network.slices import cut
from app.network.territories import choices, whole
from app.network.unmet import pages, queries
from search.network.territory import Level, Territory


@blueprint.get("/reseau/couverture/recherches")
def coverage_unmet() -> ResponseReturnValue:
    """The gap map: demand."""
    require(Act.SEE_NETWORK)
    form: NetworkForm = asked_form()
    if not form.validate():
        abort(422)
    chosen = whole(db.session, form.territoire.data)
    link = {"territoire": written(chosen)}
    near = {"territory": chosen, "territories": choices(db.session, chosen), "link": link}
    return render_template("network/unmet.html", **near, **found(chosen))


def found(chosen: Territory) -> dict[str, Any]:
    """What was searched in vain on a territory: one page of it, what is nearby, and the map."""
    rows = queries.unmet(db.session, chosen)
    is_wide = chosen.level is Level.FRANCE
    shown = cut(rows, lambda row: row.key, request.args.get("apres"))
    return {
        "shown": shown,
        "supply": queries.supply(db.session, shown.rows),
        "map": drawn(chosen, pages.codes(rows, by_department=is_wide)),
        "is_wide": is_wide,
        "most": queries.MOST if len(rows) == queries.MOST else None,
        "pages": pages,
        "days": queries.DAYS,
        "least": queries.LEAST,
        "near_km": queries.NEAR_KM,
        "many": queries.MANY_OFFERS,
    }
