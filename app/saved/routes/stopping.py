"""The link of the e-mails that stops them: whoever received it need not sign in."""

from flask import abort, render_template
from flask.typing import ResponseReturnValue

from app.extensions import db
from app.saved import actions, letter
from app.saved.routes.base import blueprint
from models.account import Account


@blueprint.get("/arret-des-messages/<signed>")
def stop(signed: str) -> str:
    """Ask first: programs follow the links of e-mails."""
    named_in(signed)
    return render_template("saved/stop.html", is_done=False)


@blueprint.post("/arret-des-messages/<signed>")
def confirm_stop(signed: str) -> ResponseReturnValue:
    """No more e-mails about searches; what is new stays on the page."""
    actions.habit_of(db.session, named_in(signed)).gets_mail = False
    db.session.commit()
    return render_template("saved/stop.html", is_done=True)


def named_in(signed: str) -> int:
    """The account of the link, which must exist; a link of nobody is no page."""
    account_id = letter.account_in(signed)
    account = None if account_id is None else db.session.get(Account, account_id)
    if account is None:
        abort(404)
    return account.id
