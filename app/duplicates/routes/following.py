"""An old link to a record that was absorbed leads to the one that stays, if one may see it."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from app import errors
from app.duplicates.routes.base import blueprint, visible
from app.extensions import db
from models.codes.duplicates import Level
from models.duplicates import RECORDS
from search.duplicates.heirs import heir

BY_NAME = {"organization_id": Level.ORGANIZATION, "site_id": Level.SITE}
BY_WORD = {"structures": Level.ORGANIZATION, "sites": Level.SITE}
ASKED = frozenset({"GET", "HEAD"})


@blueprint.app_errorhandler(HTTPStatus.NOT_FOUND)
def follow(error: NotFound) -> ResponseReturnValue:
    """The same page of the heir; what was to be written on the old record is written nowhere."""
    found = new_arguments(request.view_args or {})
    if found is None:
        return errors.show(error)
    if request.method not in ASKED:
        return render_template("errors/409.html", error=error), HTTPStatus.CONFLICT
    onward: dict[str, Any] = found | request.args.to_dict(flat=False)
    return redirect(url_for(request.endpoint or "", **onward), HTTPStatus.PERMANENT_REDIRECT)


def new_arguments(asked: Mapping[str, Any]) -> dict[str, Any] | None:
    """What the address names, with the heir in the place of the record that is gone."""
    for name, level in named(asked):
        record_id = heir(db.session, level, asked[name])
        if record_id is not None and is_seen(level, record_id):
            return dict(asked) | {name: record_id}
    return None


def named(asked: Mapping[str, Any]) -> list[tuple[str, Level]]:
    """Which arguments are the number of an organization or of a site."""
    found = [(name, level) for name, level in BY_NAME.items() if name in asked]
    if asked.get("level") in BY_WORD and "record_id" in asked:
        found.append(("record_id", BY_WORD[asked["level"]]))
    return found


def is_seen(level: Level, record_id: int) -> bool:
    """Whether the heir exists for the account."""
    model = RECORDS[level]
    mine = visible(level).with_only_columns(model.id).where(model.id == record_id)
    return db.session.scalar(mine) is not None
