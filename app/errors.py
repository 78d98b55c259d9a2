"""What went wrong, in plain French, on the page it belongs to and in one log line."""

import logging
import re

from flask import Flask, Response, current_app, render_template, request
from flask.typing import ResponseReturnValue
from flask_security import current_user
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import (
    DBAPIError,
    IntegrityError,
    InterfaceError,
    OperationalError,
    SQLAlchemyError,
    TimeoutError,
)
from werkzeug.exceptions import HTTPException, InternalServerError, SecurityError
from werkzeug.routing import IntegerConverter, ValidationError

from app.claims.actions import PlaceTaken
from app.extensions import db
from app.gate import PUBLIC_ENDPOINTS
from app.keys import key
from app.traces import path_to
from models.lifecycle import IllegalMove

log = logging.getLogger(__name__)
# What Flask-WTF says of a token that was ours, and is too old.
EXPIRED = "The CSRF token has expired."
NOT_KEPT = re.compile("csrf_token|password")
PAGES = frozenset({400, 403, 404, 405, 409, 413, 422, 429, 500})
# A foreign key or a unique constraint tells of rows that row security hides (style trap 11).
TELL_OF_OTHERS = frozenset({"23503", "23505"})


class StoredNumber(IntegerConverter):
    """A number in an address; one that no table can hold is an address that does not exist."""

    def to_python(self, value: str) -> int:
        try:
            return key(super().to_python(value))
        except ValueError as error:
            raise ValidationError from error


def show(error: HTTPException) -> ResponseReturnValue:
    """The page of an HTTP error."""
    code = error.code or 500
    if code not in PAGES:
        return error
    return render_template(f"errors/{code}.html", error=error), code


def unknown_host(error: SecurityError) -> ResponseReturnValue:
    """Asked under a name that is not ours: no page, since its links would bear that name."""
    return Response("Ce nom de site n'est pas le nôtre.\n", status=400, mimetype="text/plain")


def expired_form(error: CSRFError) -> ResponseReturnValue:
    """A form left open too long, or past signing out, comes back with all it held.

    One sent from elsewhere does not; nor does one that anybody may send: it holds little.
    """
    if not is_ours(error) or request.endpoint in PUBLIC_ENDPOINTS:
        return render_template("errors/400.html", error=error), 400
    sent = request.form.items(multi=True)
    fields = [(name, value) for name, value in sent if not NOT_KEPT.search(name)]
    page = "expired" if current_user.is_authenticated else "signed_out"
    return render_template(f"errors/{page}.html", fields=fields), 400


def is_ours(error: CSRFError) -> bool:
    """Whether a page of ours sent it: its token is ours, or the browser says where it stood."""
    origin = request.headers.get("Origin")
    return error.description == EXPIRED or origin == request.host_url.rstrip("/")


def taken_meanwhile(error: PlaceTaken | IllegalMove) -> ResponseReturnValue:
    """Somebody was quicker, and the page that asked did not say so itself."""
    db.session.rollback()
    return render_template("errors/409.html", error=error), 409


def hidden_row(error: IntegrityError) -> ResponseReturnValue:
    """A row that does not exist for this account answers like one that does not exist at all."""
    if getattr(error.orig, "sqlstate", None) not in TELL_OF_OTHERS:
        return refused_by_database(error)
    db.session.rollback()
    log.warning("integrity error: %s", told(error))
    return render_template("errors/404.html", error=error), 404


def refused_by_database(error: DBAPIError) -> ResponseReturnValue:
    """A mistake of ours; the log gets the path to it, never the values of a row."""
    log.error("the database refuses: %s\n%s", told(error), path_to(error))
    return plain(500), 500


def told(error: DBAPIError) -> str:
    """What PostgreSQL says without the values it says it of: class, code, constraint."""
    constraint = getattr(getattr(error.orig, "diag", None), "constraint_name", None)
    known = (type(error.orig).__name__, getattr(error.orig, "sqlstate", None), constraint)
    return " ".join(part for part in known if part)


def database_down(error: SQLAlchemyError) -> ResponseReturnValue:
    """A plain page that needs no database, and a log line instead of a trace."""
    log.error("the database does not answer: %s", type(getattr(error, "orig", error)).__name__)
    return plain(503), 503


def plain(code: int) -> str:
    """A page made without asking who reads it: that question may be what failed."""
    return current_app.jinja_env.get_template(f"errors/{code}.html").render()


def unforeseen(error: InternalServerError) -> ResponseReturnValue:
    """Anything else; the trace is in the log, not on the page."""
    return plain(500), 500


def init_app(app: Flask) -> None:
    """Answer errors with our own pages."""
    app.url_map.converters["int"] = StoredNumber
    app.register_error_handler(SecurityError, unknown_host)
    app.register_error_handler(CSRFError, expired_form)
    app.register_error_handler(PlaceTaken, taken_meanwhile)
    app.register_error_handler(IllegalMove, taken_meanwhile)
    app.register_error_handler(IntegrityError, hidden_row)
    app.register_error_handler(DBAPIError, refused_by_database)
    for kind in (OperationalError, InterfaceError, TimeoutError):
        app.register_error_handler(kind, database_down)
    app.register_error_handler(InternalServerError, unforeseen)
    app.register_error_handler(HTTPException, show)
