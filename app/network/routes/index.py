"""The map of the network, its strip of totals, and the table that says all the map says."""

from typing import Any

from flask import make_response, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.access import Act, may
from app.extensions import db
from app.gate import current_account, require
from app.network import links, panels, table, territories, words
from app.network.areas import written
from app.network.forms import TableForm
from app.network.keys import parse
from app.network.routes.base import asked, asked_form, blueprint, sees_over
from app.network.sorting import Order, sorts
from app.network.strip import strip
from search.network.filters import NetworkFilter

MOST_PRESSED = 30


@blueprint.get("/reseau")
def index() -> ResponseReturnValue:
    """The network, or what is wrong in what was asked of it."""
    require(Act.SEE_NETWORK)
    form = asked_form(TableForm)
    if not form.validate():
        return wrong(form)
    wanted = asked(form)
    answer = make_response(network(form, wanted))
    answer.headers["HX-Push-Url"] = address(form, wanted)
    return answer


def address(form: TableForm, wanted: NetworkFilter) -> str:
    """What one comes back to, and shares: the filters, and the page of the table."""
    after = request.args.get("apres") or None
    return url_for("network.index", **links.kept(form, wanted.type_codes), apres=after)


def network(form: TableForm, wanted: NetworkFilter) -> str:
    """The whole page of a filter that can be answered."""
    totals = strip(db.session, wanted, with_over=sees_over())
    return render_template(
        "network/index.html",
        **around(form, wanted),
        totals=totals,
        total=sum(one.offers for one in totals),
        table=listed(form, wanted) if may(current_account(), Act.SEE_NETWORK_OFFERS) else None,
    )


@blueprint.get("/reseau/offres")
def offers() -> str:
    """Some offers pressed on the map, in words; no more than a finger covers."""
    require(Act.SEE_NETWORK_OFFERS)
    asked_for = request.args.getlist("id")[:MOST_PRESSED]
    ids = [int(text) for text in asked_for if text.isascii() and text.isdigit() and len(text) < 16]
    return render_template(
        "network/offers.html", rows=table.some(db.session, ids, with_over=sees_over())
    )


def around(form: TableForm, wanted: NetworkFilter) -> dict[str, Any]:
    """The filters, their chips, and what the map needs."""
    link = links.kept(form, wanted.type_codes)
    order = form.tri.data or Order()
    return {
        "form": form,
        "link": link,
        "chips": panels.chips(form, wanted, link),
        "kinds": panels.kinds(wanted),
        "heads": panels.heads(order, link),
        "words": words.sentence(form, wanted.type_codes),
        "territories": territories.choices(db.session, wanted.territory),
        "territory": written(wanted.territory),
        "map": drawn(link, wanted),
    }


def drawn(link: links.Link, wanted: NetworkFilter) -> dict[str, Any]:
    """Where the tiles of this filter are, and what rectangle holds the territory."""
    corner = url_for("network.tile", zoom=0, x=0, y=0, **links.of_the_map(link))
    return {
        "tiles": corner.replace("/0/0/0.mvt", "/{z}/{x}/{y}.mvt"),
        "bounds": territories.bounds(db.session, wanted.territory),
        "outline": territories.outline(db.session, wanted.territory),
        "is_by_family_alone": wanted.is_by_family_alone,
    }


def listed(form: TableForm, wanted: NetworkFilter) -> table.Page:
    """The page of the table that the link asks for."""
    order = form.tri.data or Order()
    after = parse(request.args.get("apres"), sorts(with_over=sees_over())[order.name])
    return table.page(db.session, wanted, order, after, with_over=sees_over())


def wrong(form: TableForm) -> ResponseReturnValue:
    """What cannot be asked, told on the page; its address is not worth keeping."""
    page = render_template("network/index.html", **around(form, NetworkFilter()), table=None)
    return page, 422, {"HX-Push-Url": "false"}
