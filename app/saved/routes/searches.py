"""One saved search: what is new in it, its name, its end."""

import datetime as dt

from flask import render_template, request
from flask.typing import ResponseReturnValue

from app.directory import found
from app.extensions import db
from app.fields import given
from app.gate import current_account
from app.saved import actions, queries
from app.saved.forms import SavedSearchForm
from app.saved.routes.base import blueprint, done, load_search, taken_names
from models.base import now
from models.codes.saved import NewsKind
from models.saved import SavedSearch
from search.engine import Hit

MOST_SHOWN = 50


@blueprint.get("/mes-recherches/<int:search_id>")
def show(search_id: int) -> str:
    """What appeared since it was last seen."""
    search, account = load_search(search_id), current_account()
    news = db.session.scalars(queries.news_of(search, account)).all()
    shown = news[:MOST_SHOWN]
    hits = tuple(Hit(one.offer_id, None, 0) for one in shown)
    cards = found.cards(db.session, hits, account, None)
    return render_template(
        "saved/show.html",
        search=search,
        total=len(news),
        until=news[0].found_at.isoformat() if news else "",
        cards=cards,
        news={one.offer_id: one for one in shown},
        freed=NewsKind.FREED,
    )


@blueprint.post("/mes-recherches/<int:search_id>/vu")
def see(search_id: int) -> ResponseReturnValue:
    """All that the page held was read; what appeared since is still news."""
    search = load_search(search_id, lock=True)
    actions.see(db.session, search, until=shown_until(request.form.get("jusque", "")))
    return done(f"Les nouveautés de « {search.name} » sont marquées comme vues.")


def shown_until(typed: str) -> dt.datetime | None:
    """When the last news of the page was found; None when the page did not say."""
    try:
        moment = dt.datetime.fromisoformat(typed)
    except ValueError:
        return None
    return moment if moment.tzinfo and moment <= now() else None


@blueprint.get("/mes-recherches/<int:search_id>/modifier")
def edit(search_id: int) -> str:
    """Its name, whether it is watched, and its removal."""
    search = load_search(search_id)
    return edit_page(SavedSearchForm(obj=search), search)


@blueprint.post("/mes-recherches/<int:search_id>/modifier")
def update(search_id: int) -> ResponseReturnValue:
    """Rename it, watch it or not."""
    search = load_search(search_id, lock=True)
    form = SavedSearchForm()
    form.taken = taken_names(but=search.id)
    if not form.validate():
        return edit_page(form, search), 422
    name, is_watched = given(form.name), form.is_watched.data
    actions.describe(db.session, search, name=name, is_watched=is_watched)
    return done(f"La recherche « {name} » est à jour.")


@blueprint.post("/mes-recherches/<int:search_id>/suppression")
def delete(search_id: int) -> ResponseReturnValue:
    """Forget it and its news."""
    search = load_search(search_id, lock=True)
    name = search.name
    actions.delete(db.session, search)
    return done(f"La recherche « {name} » est supprimée.")


def edit_page(form: SavedSearchForm, search: SavedSearch) -> str:
    """The form, as typed."""
    return render_template("saved/edit.html", form=form, search=search)
