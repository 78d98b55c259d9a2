"""What to give up when few or no offers answer: asked after the page, which does not wait."""

from flask import render_template, request
from flask.typing import ResponseReturnValue

from app.access import Act
from app.directory import links, queries, relaxing
from app.directory.forms.search import SearchForm
from app.directory.routes.base import blueprint
from app.extensions import db
from app.gate import require
from app.searching import engine
from search.engine import SearchPage

NOTHING = SearchPage()


@blueprint.get("/annuaire/elargir")
def relax() -> ResponseReturnValue:
    """A part of the results for htmx, a page of its own without JavaScript."""
    require(Act.SEARCH_DIRECTORY)
    form = SearchForm(formdata=request.args)
    link = links.kept(request.args, form)
    known = relaxing.relax(form, link, _ask) if form.validate() else None
    offers = queries.on_cards([known.nearest.offer_id] if known and known.nearest else [])
    part = "_relaxed" if request.headers.get("HX-Request") else "relaxed"
    return render_template(
        f"directory/{part}.html",
        known=known,
        link=link,
        what=relaxing.looked_for(form, link, known.unknown) if known else "",
        form=form,
        offer=db.session.scalars(offers).unique().first(),
    )


def _ask(link: links.Link, radius_km: float | None) -> SearchPage:
    wanted = relaxing.request_of(link, radius_km)
    return engine().search(db.session, wanted) if wanted else NOTHING
