"""The list of communes offered under a field while one types."""

import re

from flask import Blueprint, render_template, request

from app.extensions import db
from search.geocoder import search

blueprint = Blueprint("geocode", __name__)
LIST_ID = re.compile(r"[A-Za-z][\w-]{0,60}")


@blueprint.get("/communes/suggestions")
def suggestions() -> str:
    """The options of a list box: names of places only, never an address."""
    target = request.headers.get("HX-Target", "")
    prefix = target if LIST_ID.fullmatch(target) else "suggestions"
    places = search(db.session, request.args.get("q", ""))
    return render_template("geocode/suggestions.html", places=places, prefix=prefix)
