"""Places offered while one types, and the geocoder for programs; for searches of the directory.

A person's home never goes this way: it is sent by POST (design §7).
"""

import re

from flask import Blueprint, jsonify, render_template, request
from flask.typing import ResponseReturnValue
from pydantic import ValidationError

from app.access import Act, may
from app.extensions import db
from app.gate import current_account
from app.geocode.asked import Asked, Here, faults
from app.geocode.geocodejson import collection, feature
from app.geocode.queries import found
from search.geocoder import search
from search.geocoder.reverse import at

blueprint = Blueprint("geocode", __name__)
LIST_ID = re.compile(r"[A-Za-z][\w-]{0,60}")


@blueprint.get("/communes/suggestions")
def suggestions() -> str:
    """The options of a list box: names of places only, never an address."""
    target = request.headers.get("HX-Target", "")
    prefix = target if LIST_ID.fullmatch(target) else "suggestions"
    places = search(db.session, request.args.get("q", ""))
    return render_template("geocode/suggestions.html", places=places, prefix=prefix)


@blueprint.get("/api/geocode")
def geocode() -> ResponseReturnValue:
    """Communes, postal codes, départements and public sites, in geocodejson."""
    asked = Asked.model_validate(_given())
    with_sites = may(current_account(), Act.SEARCH_DIRECTORY)
    return jsonify(collection(map(feature, found(db.session, asked, with_sites=with_sites)), asked))


@blueprint.get("/api/geocode/reverse")
def reverse() -> ResponseReturnValue:
    """The commune of a point, in geocodejson."""
    here = Here.model_validate(_given())
    place = at(db.session, here.lon, here.lat)
    return jsonify(collection([feature(place)] if place and place.lon is not None else []))


@blueprint.errorhandler(ValidationError)
def refuse(error: ValidationError) -> ResponseReturnValue:
    """400 when what is needed is missing, 422 when what is given is wrong; in French, in JSON."""
    code = 400 if any(one["type"] == "missing" for one in error.errors()) else 422
    title = "Il manque un paramètre." if code == 400 else "Un paramètre n'est pas valable."
    return jsonify(code=code, title=title, errors=faults(error)), code


def _given() -> dict[str, str]:
    """The parameters that say something; « q= » says nothing."""
    return {name: text for name, text in request.args.items() if text.strip()}
