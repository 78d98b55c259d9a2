"""« Couverture »: the communes that no open offer of a kind reaches, as a map, a list, a file."""

import csv
import io
from typing import Any

from flask import Response, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.access import Act
from app.extensions import db
from app.gate import current_account, require
from app.network.areas import known, written
from app.network.coverage import queries, tiles
from app.network.coverage.cover import Coverage, gather
from app.network.coverage.forms import CoverageForm, kinds, label
from app.network.coverage.pages import PATTERNS, WORDS, cut, legend, sentence
from app.network.coverage.pages import table as rows_of
from app.network.coverage.reach import Way
from app.network.exports import harmless
from app.network.routes.base import blueprint, own_territory
from app.network.territories import bounds, choices, whole
from models.base import today
from search.network.territory import Level, Territory

TILE_TYPE = "application/vnd.mapbox-vector-tile"
TILE_AGE_S = 24 * 3600
HEADINGS = ["Code INSEE", "Commune", "Habitants", "Couverture", "Offre la plus proche (km)"]


@blueprint.get("/reseau/couverture")
def coverage() -> ResponseReturnValue:
    """The gap map: supply."""
    require(Act.SEE_NETWORK)
    form = asked_coverage()
    if not form.validate():
        return render_template("network/coverage.html", **around(form, Territory())), 422
    chosen = form.territoire.data
    if chosen.level is Level.FRANCE:
        return render_template("network/coverage.html", **around(form, chosen))
    found = read(form)
    return render_template(
        "network/coverage.html",
        **around(form, chosen),
        coverage=found,
        shown=cut(found, request.args.get("apres")),
        map=drawn(chosen, {PATTERNS[one]: codes for one, codes in found.codes.items()}),
    )


@blueprint.get("/reseau/couverture.csv")
def coverage_export() -> ResponseReturnValue:
    """Every commune of the territory."""
    require(Act.SEE_NETWORK)
    form = asked_coverage()
    if not form.validate():
        abort(422)
    if form.territoire.data.level is Level.FRANCE:
        # There a territory is asked for first.
        return redirect(url_for("network.coverage", **form.link()))
    name = f"couverture-{written(form.territoire.data)}-{today()}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(as_csv(form), content_type="text/csv; charset=utf-8", headers=headers)


@blueprint.get("/reseau/communes/<territory>/<int:zoom>/<int:x>/<int:y>.mvt")
def coverage_tile(territory: str, zoom: int, x: int, y: int) -> Response:
    """One tile of the communes of a territory; 204 where there are none, 404 outside the grid."""
    require(Act.SEE_NETWORK)
    chosen = known(db.session, territory)
    if chosen is None or not tiles.exists(zoom, x, y):
        abort(404)
    content = tiles.cut(db.session, chosen, zoom, x, y)
    answer = Response(content, status=200 if content else 204, mimetype=TILE_TYPE)
    answer.cache_control.private = True
    answer.cache_control.max_age = TILE_AGE_S
    answer.add_etag()
    answer.make_conditional(request)
    return answer


def as_csv(form: CoverageForm) -> str:
    """UTF-8 with its mark and semicolons, as French spreadsheets expect."""
    text = io.StringIO(newline="")
    lines = csv.writer(text, delimiter=";")
    lines.writerow(HEADINGS)
    lines.writerows([harmless(cell) for cell in row] for row in rows_of(read(form)))
    return f"\ufeff{text.getvalue()}"


def asked_coverage() -> CoverageForm:
    """The question of the address; without a territory, the person's own."""
    own = own_territory(current_account())
    form = CoverageForm(formdata=request.args, data={"territoire": own})
    form.territoire.data = whole(db.session, form.territoire.data)
    return form


def read(form: CoverageForm) -> Coverage:
    """How the communes are covered."""
    return gather(queries.places(db.session, form.territoire.data, form.offre.data), form.reach)


def around(form: CoverageForm, chosen: Territory) -> dict[str, Any]:
    """The question, its words and the territories one may choose."""
    return {
        "form": form,
        "kinds": kinds(),
        "ways": [(way.code, way.label) for way in Way],
        "asked": form.link(),
        "legend": legend(form),
        "patterns": {cover.value: pattern for cover, pattern in PATTERNS.items()},
        "cover_words": {cover.value: words for cover, words in WORDS.items()},
        "label": label(form.offre.data),
        "sentence": sentence(form),
        "territory": chosen,
        "territories": choices(db.session, chosen),
        "link": {"territoire": written(chosen)},
    }


def drawn(chosen: Territory, codes: dict[str, list[str]]) -> dict[str, Any]:
    """What the map needs: its tiles, its rectangle, the communes of each class."""
    corner = url_for("network.coverage_tile", territory=written(chosen), zoom=0, x=0, y=0)
    return {
        "tiles": corner.removesuffix("0/0/0.mvt") + "{z}/{x}/{y}.mvt",
        "bounds": bounds(db.session, chosen),
        "codes": codes,
    }
