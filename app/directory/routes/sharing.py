"""What a search of the directory found, as a file: spreadsheets, map, data·inclusion, HSDS."""

from collections.abc import Iterator

from flask import Response, request, stream_with_context
from flask.typing import ResponseReturnValue

from app.access import Act
from app.audit.actions import record
from app.directory import keeping, links
from app.directory.asking import Answer, answer
from app.directory.forms.search import SearchForm
from app.directory.routes.base import blueprint
from app.directory.routes.search import wrong
from app.directory.sharing import shared_by
from app.extensions import db
from app.filters import plural
from app.gate import current_account, require
from app.searching import engine
from exchange.writers.cells import file_name
from exchange.writers.formats import FORMATS, Format
from exchange.writers.shared import Shared
from models.account import Account
from models.base import today
from models.codes.access import Operation
from search.engine import SearchRequest


@blueprint.get('/annuaire/export/<any(csv, xlsx, ods, geojson, "data-inclusion", hsds):extension>')
def share(extension: str) -> ResponseReturnValue:
    """The whole list that the same search shows page by page, 10,000 offers at most."""
    require(Act.SEARCH_DIRECTORY)
    form = SearchForm(formdata=request.args)
    link = links.kept(request.args, form)
    if not form.validate():
        return wrong(form, link)
    kinds = links.kinds(link.get("type", ()), form)
    found = answer(form, link, kinds)
    _keep_who(FORMATS[extension], found)
    return _sent(extension, found.form.request(types=kinds))


def _keep_who(kind: Format, found: Answer) -> None:
    """Who took what away, without a word that was typed by mistake."""
    page = found.page
    said = keeping.keep(found.form, found.link, page.corrections).said
    count = plural(page.total + page.covering.total + page.remote.total, "offre")
    reason = f"Export {kind.label} de l'annuaire, {count} : {said}"
    record(Operation.CONSULT, subject_kind="directory", reason=reason)


def _sent(extension: str, asked: SearchRequest) -> Response:
    kind = FORMATS[extension]
    offers = _read_while_sent(asked, current_account())
    content = stream_with_context(kind.write(offers, request.host.partition(":")[0]))
    answer = Response(content, content_type=kind.content_type)
    label = "offres" if kind.extension == extension else f"offres {extension}"
    name = file_name(label, today(), kind.extension)
    answer.headers["Content-Disposition"] = f"attachment; filename={name}"
    return answer


def _read_while_sent(asked: SearchRequest, account: Account) -> Iterator[Shared]:
    """The session of the request is closed by then: what it would open, nobody would close."""
    yield from shared_by(db.session, engine(), asked, account)
