"""The table of the network as a file: CSV, XLSX, ODS, GeoJSON; who took it away is kept."""

from collections.abc import Iterator
from typing import NamedTuple

from flask import Response, render_template, stream_with_context, url_for
from flask.typing import ResponseReturnValue

from app.access import Act
from app.audit.actions import record
from app.extensions import db
from app.filters import plural
from app.gate import require
from app.network import exports, links, table, words
from app.network.forms import TableForm
from app.network.routes.base import asked, asked_form, attached, blueprint, sees_over
from app.network.routes.index import wrong
from app.network.sorting import Order
from app.network.strip import strip
from exchange.writers import geojson, tables
from exchange.writers.cells import file_name
from models.base import today
from models.codes.access import Operation
from search.network.filters import NetworkFilter


class Format(NamedTuple):
    """A kind of file."""

    write: exports.Writer
    content_type: str


FORMATS = {
    "csv": Format(exports.as_csv, tables.CSV),
    "geojson": Format(exports.as_geojson, geojson.GEOJSON),
    "ods": Format(exports.as_ods, tables.ODS),
    "xlsx": Format(exports.as_xlsx, tables.XLSX),
}
# How many rows a kind of file may hold; the others are written as they are read.
MOST = dict.fromkeys(("ods", "xlsx"), exports.MOST_IN_WORKBOOK)


@blueprint.get("/reseau/export.<any(csv, xlsx, ods, geojson):extension>")
def export(extension: str) -> ResponseReturnValue:
    """Every row of the table as filtered, written as it is read."""
    require(Act.SEE_NETWORK_OFFERS)
    form = asked_form(TableForm)
    if not form.validate():
        return wrong(form)
    found = sum(one.offers for one in strip(db.session, asked(form), with_over=sees_over()))
    if found > MOST.get(extension, found):
        return too_many(form, found)
    said = words.sentence(form, asked(form).type_codes)
    reason = f"Export {extension} du réseau, {plural(found, 'offre')} : {said}"
    record(Operation.CONSULT, subject_kind="network", reason=reason)
    return sent(form, extension)


def sent(form: TableForm, extension: str) -> Response:
    """The file, under a name that says where and when."""
    kind = FORMATS[extension]
    name = file_name(f"réseau {form.territoire.data.label}", today(), extension)
    return attached(stream_with_context(kind.write(rows(form))), kind.content_type, name)


def rows(form: TableForm) -> Iterator[table.Row]:
    """All that the table would show, page after page."""
    order = form.tri.data or Order()
    return _read_while_sent(asked(form), order, with_over=sees_over())


def _read_while_sent(found: NetworkFilter, order: Order, *, with_over: bool) -> Iterator[table.Row]:
    """The session of the request is closed by then: what it would open, nobody would close."""
    yield from table.every(db.session, found, order, with_over=with_over)


def too_many(form: TableForm, found: int) -> ResponseReturnValue:
    """More than a workbook is made for; the CSV file holds as much as one likes."""
    link = links.kept(form, asked(form).type_codes)
    text = url_for("network.export", extension="csv", **link)
    back = url_for("network.index", **link)
    told = {"found": found, "most": MOST["xlsx"], "text": text, "back": back}
    page = render_template("network/too_many.html", **told)
    return page, 422
