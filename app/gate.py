"""The gate: signed in or not, allowed or not; every endpoint is closed unless it says otherwise."""

from typing import Any, TypeVar, cast

from flask import Flask, abort, jsonify, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_security import current_user
from sqlalchemy import Select
from sqlalchemy.exc import NoResultFound

from app import access
from app.acting import acting_id
from app.extensions import db
from models.account import Account

T = TypeVar("T")
PUBLIC_ENDPOINTS = frozenset(
    {
        "static",
        "health.show",
        "appearance.choose",
        "accounts.accept_invitation",
        "accounts.open_account",
        "saved.stop",
        "saved.confirm_stop",
        "security.login",
        "security.two_factor_token_validation",
        "security.two_factor_rescue",
        "security.mf_recovery",
        "security.forgot_password",
        "security.reset_password",
    }
)
FOR_PROGRAMS = "/api/"
BEFORE_SECOND_FACTOR = frozenset(
    {
        "security.logout",
        "security.verify",
        "security.two_factor_setup",
        "security.two_factor_setup_validate",
    }
)


def current_account() -> Account:
    """The account signed in; only for endpoints behind the gate."""
    return cast(Account, current_user._get_current_object())


def require(act: access.Act, subject: Any = None) -> None:
    """Go on if the account may do this, else answer 403."""
    if not access.may(current_account(), act, subject):
        abort(403)


def one_or_404(query: Select[T]) -> T:
    """The row, or 404: what one may not see does not exist."""
    try:
        return db.session.scalars(query).unique().one()
    except NoResultFound:
        abort(404)


def act_for_the_session() -> None:
    """Tell the database for whom this request acts, from the signed session."""
    acting_id.set(session.get("account_id"))


def close_by_default() -> ResponseReturnValue | None:
    """Nobody goes past without signing in; staff not without a second factor."""
    if request.endpoint is None or request.endpoint in PUBLIC_ENDPOINTS:
        return None
    if not current_user.is_authenticated:
        return ask_to_sign_in()
    if needs_second_factor(current_account()) and request.endpoint not in BEFORE_SECOND_FACTOR:
        return redirect(url_for("security.two_factor_setup"))
    return None


def ask_to_sign_in() -> ResponseReturnValue:
    """A page for people; a status that says so for programs, which follow no link."""
    if request.path.startswith(FOR_PROGRAMS):
        said = {"code": 401, "title": "Connectez-vous d'abord."}
        return jsonify(said), 401, {"WWW-Authenticate": 'Cookie realm="Maillage"'}
    # What was sent by POST cannot be asked again by following a link.
    asked = request.full_path.rstrip("?") if request.method == "GET" else "/"
    return redirect(url_for("security.login", next=asked))


def needs_second_factor(account: Account) -> bool:
    """SPIP staff sign in with a one-time code (design §7); who has none sets it up first."""
    return account.is_staff and not account.tf_primary_method


def init_app(app: Flask) -> None:
    """Stand in front of every request."""
    # First of all: Flask-Principal loads the account before our own hooks, and the transaction
    # it begins must already say for whom it acts.
    app.before_request_funcs.setdefault(None, []).insert(0, act_for_the_session)
    app.before_request(close_by_default)
    app.jinja_env.globals["may"] = lambda act, subject=None: access.may(
        current_account(), access.Act(act), subject
    )
