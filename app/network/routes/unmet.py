"""« Recherches sans résultat »: the demand without offer, as a map and its table."""

from flask import abort, render_template, request
from flask.typing import ResponseReturnValue

from app.access import Act
from app.extensions import db
from app.gate import require
from app.network.areas import written
from app.network.forms import NetworkForm
from app.network.routes.base import asked_form, blueprint
from app.network.routes.coverage import drawn
from app.network.territories import choices, whole
from app.network.unmet import pages, queries
from search.network.territory import Level


@blueprint.get("/reseau/couverture/recherches")
def coverage_unmet() -> ResponseReturnValue:
    """The gap map: demand."""
    require(Act.SEE_NETWORK)
    form: NetworkForm = asked_form()
    if not form.validate():
        abort(422)
    chosen = whole(db.session, form.territoire.data)
    around = {
        "territory": chosen,
        "territories": choices(db.session, chosen),
        "link": {"territoire": written(chosen)},
    }
    if chosen.level is Level.FRANCE:
        return render_template("network/unmet.html", **around)
    found = queries.unmet(db.session, chosen)
    shown = pages.cut(found, request.args.get("apres"))
    return render_template(
        "network/unmet.html",
        **around,
        shown=shown,
        supply=queries.supply(db.session, shown.rows),
        map=drawn(chosen, pages.codes(found)),
        pages=pages,
        days=queries.DAYS,
        least=queries.LEAST,
        near_km=queries.NEAR_KM,
        many=queries.MANY_OFFERS,
    )
