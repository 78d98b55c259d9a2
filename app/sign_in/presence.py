"""Keeps in the signed session who is there, from sign-in to sign-out (design §7)."""

from typing import Any

from flask import Flask, redirect, request, session
from flask.typing import ResponseReturnValue
from flask_login import user_logged_out  # type: ignore[import-untyped]
from flask_security import current_user
from flask_security.signals import password_reset, user_authenticated

from app.acting import acting_id
from app.audit.actions import record
from app.sign_in import throttle
from models.account import Account
from models.base import now
from models.codes.access import Operation


def arrive(app: Flask, user: Account, **extra: Any) -> None:
    """Somebody proved who they are: later transactions act for them."""
    session["account_id"] = user.id
    acting_id.set(user.id)
    user.last_sign_in_at = now()
    throttle.forgive(user.email)
    record(
        Operation.SIGN_IN,
        subject_kind="account",
        subject_id=user.id,
        reason="Connexion",
        ip_address=request.remote_addr,
    )


def leave(app: Flask, **extra: Any) -> None:
    """Nobody is there any more."""
    session.pop("account_id", None)
    acting_id.set(None)


def start_again(app: Flask, user: Account, **extra: Any) -> None:
    """A new password, chosen from the link sent to that address: the waiting ends."""
    throttle.forgive(user.email)


def back_after_sign_in() -> ResponseReturnValue | None:
    """The code's page is over once signed in: coming back to it must not sign out."""
    is_over = request.endpoint == "security.two_factor_token_validation"
    return redirect("/") if is_over and current_user.is_authenticated else None


def init_app(app: Flask) -> None:
    """Follow the signals of this application."""
    user_authenticated.connect(arrive, app)
    user_logged_out.connect(leave, app)
    password_reset.connect(start_again, app)
    app.before_request(back_after_sign_in)
