"""Saving the search on screen: what is kept of it is shown before."""

import dataclasses
from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.access import Act
from app.directory import keeping, links
from app.directory.forms.search import SearchForm
from app.directory.keeping import Kept
from app.extensions import db
from app.fields import given
from app.gate import current_account, require
from app.keys import wait_for
from app.saved import actions
from app.saved.forms import NAME_MOST, SavedSearchForm
from app.saved.routes.base import blueprint, done, taken_names
from app.saved.watching import MOST
from app.searching import engine

MOST_SAVED = 30
FULL = f"Vous avez déjà {MOST_SAVED} recherches : supprimez-en une d'abord."


@blueprint.get("/mes-recherches/nouvelle")
def new() -> ResponseReturnValue:
    """What will be kept, and under which name."""
    require(Act.SEARCH_DIRECTORY)
    asked = read()
    if asked is None:
        return refused()
    kept, total = asked
    form = SavedSearchForm(formdata=None, name=short(kept.said), is_watched=total <= MOST)
    return page(form, kept, total)


@blueprint.post("/mes-recherches/nouvelle")
def create() -> ResponseReturnValue:
    """Keep it; the same form sent twice keeps one."""
    require(Act.SEARCH_DIRECTORY)
    asked = read()
    if asked is None:
        return refused()
    kept, total = asked
    wait_for(db.session, f"saved searches of {current_account().id}")
    form = SavedSearchForm()
    form.taken = taken_names()
    errors = [FULL] if len(form.taken) >= MOST_SAVED else []
    if not form.validate() or errors or kept.is_empty:
        return page(form, kept, total, errors), 422
    keep(form, kept, total)
    return done(f"La recherche « {form.name.data} » est enregistrée.")


def short(said: str) -> str:
    """A name to begin with: as many whole filters, else as many whole words, as it may hold."""
    if len(said) <= NAME_MOST:
        return said
    start = said[: NAME_MOST - 1]
    whole = start.rpartition("\u00a0; ")[0] or start.rpartition(" ")[0] or start
    return f"{whole}…"


def keep(form: SavedSearchForm, kept: Kept, total: int) -> None:
    """Write it, watched if that was asked and can be."""
    actions.save(
        db.session,
        kept,
        name=given(form.name),
        is_watched=form.is_watched.data and total <= MOST,
        home_url=request.host_url,
        by=current_account(),
    )


def read() -> tuple[Kept, int] | None:
    """What may be kept of the search in the address, and how many offers it finds now."""
    asked = SearchForm(formdata=request.args)
    if not asked.validate():
        return None
    link = links.kept(request.args, asked)
    question = asked.request(types=links.kinds(link.get("type", ()), asked))
    found = engine().search(db.session, dataclasses.replace(question, size=1, with_counts=False))
    return keeping.keep(asked, link, found.corrections), found.total


def refused() -> ResponseReturnValue:
    """The directory says itself what is wrong in a search."""
    return redirect(url_for("directory.index", **sent()))


def page(form: SavedSearchForm, kept: Kept, total: int, errors: list[str] | None = None) -> str:
    """The name to give, or why nothing can be kept."""
    name = "saved/nothing_kept.html" if kept.is_empty else "saved/new.html"
    shown = {"form": form, "kept": kept, "total": total, "most": MOST, "asked": sent()}
    return render_template(name, **shown, errors=errors or [])


def sent() -> dict[str, Any]:
    """The search in the address, as it was written."""
    return dict(request.args.to_dict(flat=False))
