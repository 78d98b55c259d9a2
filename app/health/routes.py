"""Says whether the application and its database answer."""

from collections.abc import Iterator

import sqlalchemy as sa
from flask import Blueprint, Response, current_app, request
from sqlalchemy.exc import OperationalError

from app.extensions import db
from app.health import queries

blueprint = Blueprint("health", __name__)
LOCAL = frozenset({"127.0.0.1", "::1"})
FORWARDED = ("Forwarded", "X-Forwarded-For", "X-Real-IP")


@blueprint.get("/sante")
def show() -> Response:
    """`ok`, or 503; and, to the machine itself, a line for each thing an operator asks about."""
    try:
        db.session.execute(sa.text("SELECT 1"))
        lines = list(_details()) if is_local() else []
    except OperationalError:
        return Response("base de données injoignable\n", status=503, mimetype="text/plain")
    return Response("\n".join(["ok", *lines]) + "\n", mimetype="text/plain")


def is_local() -> bool:
    """Whether the machine itself asks; a proxy on it that we were not told of speaks for others."""
    return request.remote_addr in LOCAL and not any(name in request.headers for name in FORWARDED)


def _details() -> Iterator[str]:
    facts = {
        **queries.versions(db.session),
        "search_engine": current_app.config["SEARCH_ENGINE"],
        **queries.chosen(db.session),
        **dict(queries.work(db.session)),
    }
    return (f"{name} {value}" for name, value in facts.items())
