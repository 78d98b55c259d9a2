"""« Couverture »: the communes that no open offer of a kind reaches, as a map, a list, a file."""

from typing import Any

from flask import Response, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.access import Act
from app.extensions import db
from app.gate import current_account, require
from app.network.areas import known, written
from app.network.coverage import country, parts, queries, tiles
from app.network.coverage.cover import Coverage, Covered, added, gather
from app.network.coverage.forms import INNER, CoverageForm, kinds, label
from app.network.coverage.pages import PATTERNS, WORDS, legend, sentence
from app.network.coverage.pages import table as rows_of
from app.network.coverage.reach import Way
from app.network.routes.base import attached, blueprint, own_territory
from app.network.slices import cut
from app.network.territories import bounds, choices, outline, whole
from app.network.totals_forms import LABELS
from exchange.writers import tables
from exchange.writers.cells import file_name
from models.base import today
from search.network.territory import Level, Territory

TILE_TYPE = "application/vnd.mapbox-vector-tile"
TILE_AGE_S = 24 * 3600


@blueprint.get("/reseau/couverture")
def coverage() -> ResponseReturnValue:
    """The gap map: supply."""
    require(Act.SEE_NETWORK)
    form = asked_coverage()
    if not form.validate():
        return render_template("network/coverage.html", **around(form, Territory())), 422
    chosen = form.territoire.data
    told = found_in_france(form) if chosen.level is Level.FRANCE else found(form)
    return render_template("network/coverage.html", **around(form, chosen), **told)


@blueprint.get("/reseau/couverture.csv")
def coverage_export() -> ResponseReturnValue:
    """Every commune of the territory; for France, every région or département."""
    require(Act.SEE_NETWORK)
    form = asked_coverage()
    if not form.validate():
        abort(422)
    is_whole = form.territoire.data.level is Level.FRANCE
    rows = parts.table(read_parts(form)) if is_whole else rows_of(read(form))
    name = file_name(f"réseau couverture {form.territoire.data.label}", today(), "csv")
    return attached(tables.MARK + tables.lines(rows), tables.CSV, name)


@blueprint.get("/reseau/communes/<territory>/<int:zoom>/<int:x>/<int:y>.mvt")
def coverage_tile(territory: str, zoom: int, x: int, y: int) -> Response:
    """One tile of the communes of a territory; 204 where there are none, 404 outside the grid."""
    require(Act.SEE_NETWORK)
    chosen = Territory() if territory == Level.FRANCE else known(db.session, territory)
    if chosen is None or not tiles.exists(zoom, x, y):
        abort(404)
    content = tiles.cut(db.session, chosen, zoom, x, y)
    answer = Response(content, status=200 if content else 204, mimetype=TILE_TYPE)
    answer.cache_control.private = True
    answer.cache_control.max_age = TILE_AGE_S
    answer.add_etag()
    answer.make_conditional(request)
    return answer


def asked_coverage() -> CoverageForm:
    """The question of the address; without a territory, the person's own."""
    own = own_territory(current_account())
    form = CoverageForm(formdata=request.args, data={"territoire": own})
    form.territoire.data = whole(db.session, form.territoire.data)
    return form


def read(form: CoverageForm) -> Coverage:
    """How the communes are covered."""
    where, within_km = form.territoire.data, form.reach.possible_km
    places = queries.places(db.session, where, form.offre.data, within_km=within_km)
    return gather(places, form.reach)


def read_parts(form: CoverageForm) -> list[parts.Part]:
    """How the régions or the départements of France are covered."""
    shares = country.by_department(db.session, form.offre.data, form.reach)
    return parts.parts(db.session, shares, form.inner)


def found(form: CoverageForm) -> dict[str, Any]:
    """What the page says of a territory: its communes, one page of them, and the map."""
    covered = read(form)
    codes = {PATTERNS[one]: codes for one, codes in covered.codes.items()}
    return {
        "coverage": covered,
        "shown": cut(covered.communes, code, request.args.get("apres")),
        "map": drawn(form.territoire.data, codes),
    }


def found_in_france(form: CoverageForm) -> dict[str, Any]:
    """What the page says of France: its parts, and the map of its départements."""
    told = read_parts(form)
    return {
        "coverage": added(part.coverage.shares for part in told),
        "parts": told,
        "part_words": parts.WORDS,
        "levels": [(level.value, LABELS[level]) for level in INNER],
        "inner": form.inner,
        "map": drawn(Territory(), parts.drawn(told)),
    }


def code(one: Covered) -> str:
    """What a link to the next page of communes holds."""
    return one.place.insee_code


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
    """What the map needs: its tiles, its rectangle and limit, the communes of each class."""
    corner = url_for("network.coverage_tile", territory=written(chosen), zoom=0, x=0, y=0)
    return {
        "tiles": corner.removesuffix("0/0/0.mvt") + "{z}/{x}/{y}.mvt",
        "bounds": bounds(db.session, chosen),
        "outline": outline(db.session, chosen),
        "codes": codes,
    }
