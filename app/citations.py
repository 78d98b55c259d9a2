"""The texts that pages cite: those in force today, from the table of references."""

from flask import Flask

from app.decisions import references
from models.base import today


def cite(key: str) -> str:
    """The citation in force today; an unknown key is a mistake."""
    citation = references.cite(key, today())
    if not citation:
        raise LookupError(key)
    return citation


def init_app(app: Flask) -> None:
    """Give templates `cite`."""
    app.jinja_env.globals["cite"] = cite
