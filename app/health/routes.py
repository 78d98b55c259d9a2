"""Says whether the application and its database answer."""

import sqlalchemy as sa
from flask import Blueprint, Response, request
from sqlalchemy.exc import OperationalError

from app.extensions import db

blueprint = Blueprint("health", __name__)
LOCAL = frozenset({"127.0.0.1", "::1"})
VERSIONS = sa.text("SELECT current_setting('server_version'), postgis_lib_version()")


@blueprint.get("/sante")
def show() -> Response:
    """`ok`, or 503; and, to the machine itself, the versions of PostgreSQL and PostGIS."""
    try:
        postgresql, postgis = db.session.execute(VERSIONS).one()
    except OperationalError:
        return Response("base de données injoignable\n", status=503, mimetype="text/plain")
    lines = ["ok"]
    if request.remote_addr in LOCAL:
        lines += [f"postgresql {postgresql}", f"postgis {postgis}"]
    return Response("\n".join(lines) + "\n", mimetype="text/plain")
