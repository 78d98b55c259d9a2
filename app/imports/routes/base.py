"""The blueprint, the way in to a run, and the one address that takes a large file."""

from typing import Any

from flask import Blueprint, abort, flash, redirect, request, session, url_for

from app.access import Act, visible_imports
from app.gate import current_account, one_or_404, require
from models.imports import ImportRun

blueprint = Blueprint("imports", __name__, url_prefix="/imports")
# What a coordinator's list weighs at most; a national file is the operator's, by the command line.
MOST_MEGABYTES = 50
MOST_BYTES = MOST_MEGABYTES * 1_000_000
# What the form adds to its file.
FORM_BYTES = 10_000
SIGN_IN = "Vous n'êtes plus connecté : reconnectez-vous, puis envoyez le fichier de nouveau."


@blueprint.url_value_preprocessor
def allow_a_file(endpoint: str | None, values: dict[str, Any] | None) -> None:
    """Before anything reads the request: who is signed in may send a file, there alone.

    Whoever is no longer is not told that the file is too heavy, nor the form too old.
    """
    if endpoint != "imports.create":
        return
    if not session.get("account_id"):
        flash(SIGN_IN)
        abort(redirect(url_for("security.login", next=url_for("imports.new"))))
    request.max_content_length = MOST_BYTES + FORM_BYTES


def load(run_id: int, *, lock: bool = False) -> ImportRun:
    """A run made for the account's territory, if the account may import at all."""
    require(Act.IMPORT_PARTNERS)
    runs = visible_imports(current_account()).where(ImportRun.id == run_id)
    return one_or_404(runs.with_for_update(of=ImportRun) if lock else runs)
