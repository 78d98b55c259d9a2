"""One's own account."""

from flask import render_template
from flask.typing import ResponseReturnValue

from app.accounts.routes.blueprint import blueprint
from app.gate import current_account


@blueprint.get("/mon-compte")
def me() -> ResponseReturnValue:
    """Name, address, roles, and how one signs in."""
    return render_template("accounts/me.html", account=current_account())
