"""Binds Flask-Security to our accounts."""

from flask import Flask
from flask_security.datastore import FSQLALiteUserDatastore

from app.extensions import db, security
from models.account import Account, AccountRole


def init_app(app: Flask) -> None:
    """Sign-in by e-mail and password."""
    security.init_app(app, FSQLALiteUserDatastore(db, Account, AccountRole))
