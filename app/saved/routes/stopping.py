"""The link of the e-mails that stops them: whoever received it need not sign in."""

from flask import abort, render_template
from flask.typing import ResponseReturnValue

from app.extensions import db
from app.saved import actions, letter
from app.saved.routes.base import blueprint
from models.account import Account


@blueprint.get("/arret-des-messages/<token>")
def stop(token: str) -> str:
    """Ask first: programs follow the links of e-mails."""
    named_in(token)
    return render_template("saved/stop.html", is_done=False)


@blueprint.post("/arret-des-messages/<token>")
def confirm_stop(token: str) -> ResponseReturnValue:
    """No more e-mails about searches; what is new stays on the page."""
    actions.habit_of(db.session, named_in(token)).gets_mail = False
    db.session.commit()
    return render_template("saved/stop.html", is_done=True)


def named_in(token: str) -> int:
    """The account of the link, which must exist; a link of nobody is no page."""
    account_id = letter.account_in(token)
    account = None if account_id is None else db.session.get(Account, account_id)
    if account is None:
        abort(404)
    return account.id
