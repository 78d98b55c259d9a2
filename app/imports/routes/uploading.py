"""A file sent from the browser: kept in pieces, read by the worker."""

import tempfile
from pathlib import Path

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.access import Act, departments_of
from app.extensions import db
from app.gate import current_account, require
from app.imports import actions
from app.imports.forms import UploadForm
from app.imports.routes.base import MOST_MEGABYTES, blueprint
from models.codes.access import Role

NEW = "imports/new.html"


@blueprint.get("/nouveau")
def new() -> str:
    """Which file."""
    require(Act.IMPORT_PARTNERS)
    return render_template(NEW, form=UploadForm(), most=MOST_MEGABYTES)


@blueprint.post("/nouveau")
def create() -> ResponseReturnValue:
    """Take the file; nothing of it goes in before somebody has seen what it would do."""
    require(Act.IMPORT_PARTNERS)
    form = UploadForm()
    if not form.validate():
        return render_template(NEW, form=form, most=MOST_MEGABYTES), 422
    run_id = begin(form)
    db.session.commit()
    return redirect(url_for("imports.show", run_id=run_id))


def begin(form: UploadForm) -> int:
    """A run with its file, for the territory of who sends it."""
    account = current_account()
    territory = sorted(departments_of(account, Role.COORDINATOR))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file"
        form.file.data.save(path)
        run = actions.start(
            db.session,
            path,
            file_name=shown(form.file.data.filename),
            by=account,
            territory=territory,
            origin="-".join(territory),
        )
        actions.keep_file(db.session, run, path)
    return run.id


def shown(name: str) -> str:
    """The name of the file, without folders nor anything unprintable."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    return "".join(letter for letter in last if letter.isprintable())[:120] or "fichier"
