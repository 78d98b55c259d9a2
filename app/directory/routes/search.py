"""The search of the directory: words, a place, filters, a list and its map."""

from dataclasses import replace

from flask import make_response, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.access import Act
from app.directory import found, keeping, links, understood, unmet
from app.directory.facets import Facets
from app.directory.forms.search import SearchForm
from app.directory.panels import applied, tabs, told
from app.directory.routes.base import blueprint
from app.extensions import db
from app.gate import current_account, require
from app.searching import engine
from models.codes.families import types_of
from search.engine import SearchPage
from search.geocoder.inside import Inside, commune_in
from search.vocabulary import replaced


@blueprint.get("/annuaire")
def index() -> ResponseReturnValue:
    """One page of offers, or what is wrong in the question."""
    require(Act.SEARCH_DIRECTORY)
    form = SearchForm(formdata=request.args)
    link = links.kept(request.args, form)
    if not form.validate():
        return wrong(form, link)
    answer = make_response(results(form, link))
    answer.headers["HX-Push-Url"] = url_for("directory.index", **link)
    return answer


def wrong(form: SearchForm, link: links.Link) -> ResponseReturnValue:
    """What is wrong in the question; its address is not worth keeping."""
    shown = {"form": form, "link": link, "links": links, "page": None, "facets": Facets(form, None)}
    return render_template("directory/index.html", **shown), 422, {"HX-Push-Url": "false"}


def results(form: SearchForm, link: links.Link) -> str:
    """The page of what was found."""
    chosen = types_asked(form)
    page = answered(form, chosen)
    account = current_account()
    unmet.note(account, form, chosen, page)
    keeping.note_recent(account, form, link, page.corrections)
    lists = (page.hits, page.remote.hits, page.covering.hits)
    cards, remote, covering = found.lists(db.session, lists, account, form.window)
    return render_template(
        "directory/index.html",
        form=form,
        link=link,
        links=links,
        page=page,
        cards=cards,
        remote=remote,
        covering=covering,
        told=told,
        points=found.points(cards),
        home=[form.place.lon, form.place.lat] if form.place else None,
        tabs=tabs(page, form, link),
        facets=Facets(form, page, chosen),
        active=applied(form, link),
        understood=understood,
    )


def answered(form: SearchForm, chosen: frozenset[str]) -> SearchPage:
    """What is found around the commune that the words name, or else for all the words."""
    page = _asked(form, chosen)
    if page.corrections and form.town is None and form.may_name_a_town:
        return _around_town(form, chosen, page)
    if page.is_answered or form.town is None:
        return page
    return _read_as(form, None, chosen) or page


def _around_town(form: SearchForm, chosen: frozenset[str], page: SearchPage) -> SearchPage:
    """The answer around a commune whose name was mistyped among the words, if there is one."""
    town = commune_in(db.session, replaced(form.words, page.corrections))
    around = _read_as(form, town, chosen) if town else None
    return replace(around, corrections=page.corrections) if around else page


def _read_as(form: SearchForm, town: Inside | None, chosen: frozenset[str]) -> SearchPage | None:
    """What the same text finds read otherwise; None when that is nothing, and it is read back."""
    before = form.town
    form.read_as(town)
    page = _asked(form, chosen)
    if page.is_answered:
        return page
    form.read_as(before)
    return None


def _asked(form: SearchForm, chosen: frozenset[str]) -> SearchPage:
    return engine().search(db.session, form.request(types=chosen, after=request.args.get("apres")))


def types_asked(form: SearchForm) -> frozenset[str]:
    """The kinds ticked, among those of the family chosen."""
    if not form.famille.data:
        return frozenset()
    known = {code.value for code in types_of(form.famille.data)}
    return frozenset(known & set(request.args.getlist("type")))
