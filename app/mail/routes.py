"""The local mailbox of the demonstration, which sends nothing out."""

from flask import Blueprint, abort, current_app, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.access import Act
from app.extensions import db
from app.gate import require
from app.keys import key
from app.mail.queries import PAGE, latest

blueprint = Blueprint("mail", __name__)


@blueprint.get("/courriels")
def index() -> ResponseReturnValue:
    """What was sent, the latest first; elsewhere than in a demonstration, there is no such page."""
    require(Act.READ_MAILBOX)
    if not current_app.config["DEMO"]:
        abort(404)
    mails = db.session.scalars(latest(request.args.get("avant", type=key))).all()
    next_url = url_for("mail.index", avant=mails[PAGE - 1].id) if len(mails) > PAGE else None
    return render_template("mail/index.html", mails=mails[:PAGE], next_url=next_url)
