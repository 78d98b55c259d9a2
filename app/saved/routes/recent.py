"""Recent searches and e-mails: cleared, turned off, turned on again, by one press each."""

from flask import request
from flask.typing import ResponseReturnValue

from app.access import Act
from app.extensions import db
from app.gate import current_account, require
from app.saved import actions
from app.saved.routes.base import blueprint, done

ON = "oui"


@blueprint.post("/mes-recherches/recentes/suppression")
def clear_recent() -> ResponseReturnValue:
    """Forget the last searches."""
    require(Act.SEARCH_DIRECTORY)
    actions.clear_recent(db.session, current_account())
    return done("Vos recherches récentes sont effacées.")


@blueprint.post("/mes-recherches/recentes")
def choose_recent() -> ResponseReturnValue:
    """Keep the next ones, or keep none and forget the last."""
    require(Act.SEARCH_DIRECTORY)
    account = current_account()
    keeps = request.form.get("value") == ON
    actions.habit_of(db.session, account.id).keeps_recent = keeps
    if keeps:
        return done("Vos dix dernières recherches seront gardées.")
    actions.clear_recent(db.session, account)
    return done("Vos recherches ne sont plus gardées ; les dernières sont effacées.")


@blueprint.post("/mes-recherches/courriels")
def choose_mail() -> ResponseReturnValue:
    """An e-mail a day at most, or none."""
    require(Act.SEARCH_DIRECTORY)
    gets = request.form.get("value") == ON
    actions.habit_of(db.session, current_account().id).gets_mail = gets
    if gets:
        return done("Un courriel par jour au plus vous dira ce qui est nouveau.")
    return done("Vous ne recevrez plus de courriel ; les nouveautés restent sur cette page.")
