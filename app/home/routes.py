"""The address `/`: everybody is led to their own first page."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from app.access import Act, may
from app.gate import current_account

blueprint = Blueprint("home", __name__)
FIRST_PAGES = (
    (Act.WORK_ON_CASES, "casework.index"),
    (Act.OPEN_PORTAL, "portal.index"),
    (Act.MANAGE_ACCOUNTS, "accounts.index"),
    (Act.SEARCH_DIRECTORY, "directory.index"),
)


@blueprint.get("/")
def index() -> ResponseReturnValue:
    """Lead to the first page of the account's trade."""
    account = current_account()
    page = next((page for act, page in FIRST_PAGES if may(account, act)), "directory.index")
    return redirect(url_for(page))
