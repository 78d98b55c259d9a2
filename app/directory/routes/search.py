"""The search of the directory: words, a place, filters, a list and its map."""

from typing import Any

from flask import make_response, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.access import Act
from app.directory import found, keeping, links, understood, unmet
from app.directory.asking import Answer, answer
from app.directory.facets import Facets
from app.directory.forms.search import SearchForm
from app.directory.panels import applied, tabs, told
from app.directory.routes.base import blueprint
from app.directory.shortened import undone
from app.directory.whom import as_filters
from app.extensions import db
from app.gate import current_account, require


@blueprint.get("/annuaire")
def index() -> ResponseReturnValue:
    """One page of offers, or what is wrong in the question."""
    require(Act.SEARCH_DIRECTORY)
    form = SearchForm(formdata=request.args)
    link = links.kept(request.args, form)
    if not form.validate():
        return wrong(form, link)
    shown = make_response(results(form, link))
    shown.headers["HX-Push-Url"] = url_for("directory.index", **link)
    return shown


def wrong(form: SearchForm, link: links.Link) -> ResponseReturnValue:
    """What is wrong in the question; its address is not worth keeping."""
    shown = {"form": form, "link": link, "links": links, "page": None, "facets": Facets(form, None)}
    return render_template("directory/index.html", **shown), 422, {"HX-Push-Url": "false"}


def results(asked: SearchForm, typed: links.Link) -> str:
    """The page of what was found, for the search as its words were read."""
    kinds = links.kinds(typed.get("type", ()), asked)
    answered = answer(asked, typed, kinds, after=request.args.get("apres"))
    remember(answered, kinds)
    form, link, page = answered.form, answered.link, answered.page
    return render_template(
        "directory/index.html",
        form=form,
        link=link,
        links=links,
        page=page,
        told=told,
        tabs=tabs(page, form, link),
        facets=Facets(form, page, kinds),
        active=applied(form, link),
        understood=understood,
        **cards_of(answered),
        **otherwise(answered, typed),
    )


def remember(answered: Answer, kinds: frozenset[str]) -> None:
    """Count it if nothing answers all of its words, and put it among the last of the account."""
    account = current_account()
    whole = answered.whole or answered
    unmet.note(account, whole.form, kinds, whole.page)
    keeping.note_recent(account, answered.form, answered.link, answered.page.corrections)


def cards_of(answered: Answer) -> dict[str, Any]:
    """The three lists of offers, and the first of them on the map."""
    form, page = answered.form, answered.page
    lists = (page.hits, page.remote.hits, page.covering.hits)
    cards, remote, covering = found.lists(db.session, lists, current_account(), form.window)
    return {
        "cards": cards,
        "remote": remote,
        "covering": covering,
        "points": found.points(cards),
        "home": [form.place.lon, form.place.lat] if form.place else None,
    }


def otherwise(answered: Answer, typed: links.Link) -> dict[str, Any]:
    """How the words were read when not as they were typed, and how to undo it."""
    whom = as_filters(answered.form, typed, answered.whom) if answered.whom else None
    return {
        "whom": whom,
        "whole": answered.whole or answered,
        "left_out": answered.left_out,
        "all_words": undone(typed),
    }
