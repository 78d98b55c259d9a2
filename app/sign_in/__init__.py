"""Sign-in: e-mail and password, a one-time code for SPIP staff, and a wait after wrong tries."""

from flask import Flask
from flask_security.datastore import FSQLALiteUserDatastore

from app.extensions import db, security
from app.sign_in import forms, presence, second_factor, settings, throttle
from app.sign_in.mail import OutboxMail
from app.sign_in.messages import MESSAGES
from app.sign_in.pages import render
from app.sign_in.passwords import StrongPasswords
from models.account import Account, AccountRole


def init_app(app: Flask) -> None:
    """Bind Flask-Security to our accounts, words, outbox and rules."""
    app.config.from_mapping(settings.SETTINGS | MESSAGES)
    app.config["SECURITY_MULTI_FACTOR_RECOVERY_CODES_KEYS"] = [second_factor.recovery_key(app)]
    # Read by init_app; Flask-Security takes them in its constructor only, before we have an app.
    security._mail_util_cls = OutboxMail
    security._password_util_cls = StrongPasswords
    security.init_app(
        app,
        FSQLALiteUserDatastore(db, Account, AccountRole),  # type: ignore[arg-type]
        render_template=render,
        **forms.FORMS,
    )
    security.want_json(lambda request: False)
    for part in (presence, second_factor, throttle):
        part.init_app(app)
