"""The one-time codes of an authenticator: its page, the keys, and the code of the demonstration."""

import base64
import hashlib
from typing import Any

from flask import Flask, session, url_for
from flask_security import current_user

from app.extensions import security
from models.account import Account


def set_up(account: Account) -> None:
    """Give an account an authenticator without its owner: for the demonstration and the tests."""
    account.tf_primary_method = "authenticator"
    account.tf_totp_secret = security.totp_factory.generate_totp_secret()


def current_code(account: Account) -> str:
    """The code its authenticator shows now."""
    return security.totp_factory.generate_totp_password(account.tf_totp_secret or "")


def recovery_key(app: Flask) -> bytes:
    """A key of its own for recovery codes, drawn from that of the authenticators."""
    secret: str = app.config["SECURITY_TOTP_SECRETS"]["1"]
    return base64.urlsafe_b64encode(hashlib.sha256(f"recovery:{secret}".encode()).digest())


def setup_page() -> dict[str, Any]:
    """What the set-up page shows; the same key comes back after a mistyped code."""
    secret = session.get("tf_totp_secret") or security.totp_factory.generate_totp_secret()
    session["tf_totp_secret"] = secret
    state = {"totp_secret": secret, "method": "authenticator", "phone": None}
    token = security.tf_setup_serializer.dumps(state)
    shown = security.totp_factory.fetch_setup_values(secret, current_user)
    return {
        "image": shown["image"],
        "key": shown["key"],
        "check_url": url_for("security.two_factor_setup_validate", token=token),
        "is_first": not current_user.tf_primary_method,
    }


def init_app(app: Flask) -> None:
    """Show the barcode as soon as the page is opened."""
    security.tf_setup_context_processor(setup_page)
