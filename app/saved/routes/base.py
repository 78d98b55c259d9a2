"""The blueprint, the way in to one's own search, and the answer once something was done."""

from flask import Blueprint, flash, redirect, url_for
from flask.typing import ResponseReturnValue

from app.access import Act, visible_searches
from app.extensions import db
from app.gate import current_account, one_or_404, require
from models.saved import SavedSearch

blueprint = Blueprint("saved", __name__)


def load_search(search_id: int, *, lock: bool = False) -> SavedSearch:
    """A search of the account's own."""
    require(Act.SEARCH_DIRECTORY)
    query = visible_searches(current_account()).where(SavedSearch.id == search_id)
    return one_or_404(query.with_for_update() if lock else query)


def taken_names(*, but: int | None = None) -> frozenset[str]:
    """The names of the account's searches, but for one."""
    mine = visible_searches(current_account()).with_only_columns(SavedSearch.id, SavedSearch.name)
    return frozenset(name for search_id, name in db.session.execute(mine) if search_id != but)


def done(sentence: str) -> ResponseReturnValue:
    """Commit, say so, and go back to the list."""
    db.session.commit()
    flash(sentence)
    return redirect(url_for("saved.index"))
