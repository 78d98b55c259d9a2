"""The address `/`: everybody is led to their own first page."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from app.access import Act, may
from app.gate import current_account
from app.navigation import is_served

blueprint = Blueprint("home", __name__)
FIRST_PAGES = (
    (Act.WORK_ON_CASES, "casework.index"),
    (Act.OPEN_PORTAL, "portal.index"),
    (Act.MANAGE_ACCOUNTS, "accounts.overview"),
    # TIG leads and coordinators: those who keep the network true.
    (Act.CREATE_ORGANIZATION, "network.index"),
    (Act.SEARCH_DIRECTORY, "directory.index"),
    (Act.SEE_NETWORK, "network.totals"),
)


@blueprint.get("/")
def index() -> ResponseReturnValue:
    """Lead to the first page of the account's trade."""
    account = current_account()
    pages = (page for act, page in FIRST_PAGES if is_served(page) and may(account, act))
    return redirect(url_for(next(pages, "accounts.me")))
