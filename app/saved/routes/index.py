"""One's searches, with what each brings that is new; the day's page reads the same."""

from typing import Any

from flask import render_template

from app.access import Act, may
from app.extensions import db
from app.gate import current_account, require
from app.saved import queries
from app.saved.routes.base import blueprint
from app.saved.watching import MOST
from models.saved import SearchHabit


@blueprint.get("/mes-recherches")
def index() -> str:
    """Saved searches, then recent ones."""
    require(Act.SEARCH_DIRECTORY)
    account = current_account()
    return render_template(
        "saved/index.html",
        searches=db.session.execute(queries.with_news(account)).all(),
        recent=db.session.scalars(queries.recent(account)).all(),
        habit=db.session.get(SearchHabit, account.id),
        most=MOST,
    )


@blueprint.app_template_global("searches_with_news")
def searches_with_news() -> list[Any]:
    """The searches that bring something new to who reads the page: (search, how many)."""
    account = current_account()
    if not may(account, Act.SEARCH_DIRECTORY):
        return []
    return [row for row in db.session.execute(queries.with_news(account)) if row.news]
