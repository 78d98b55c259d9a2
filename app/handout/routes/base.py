"""The blueprint, and the three answers: the sheet as a page, as a PDF, or behind a click."""

from flask import Blueprint, Response, abort, current_app, flash, render_template, request
from flask.blueprints import BlueprintSetupState
from flask.typing import ResponseReturnValue

from app.confidential import may_open, open_secret
from app.gate import current_account
from app.handout import pdf
from app.handout.languages import known
from app.handout.routes.asking import Asked
from app.handout.sheet import Secret, Sheet
from app.typography import typeset_markup

blueprint = Blueprint("handout", __name__)
# A name that says nothing, wherever the file is found.
FILENAME = "fiche.pdf"
NOT_SET = "La fiche n'a pas pu être faite en PDF. Imprimez cette page, ou essayez dans une minute."


@blueprint.record_once
def read_languages(state: BlueprintSetupState) -> None:
    """A language that cannot be used stops the process at its start, and says why."""
    folder = state.app.config["HANDOUT_LANGUAGES"]
    state.app.extensions["handout.languages"] = known(folder)


def as_page(asked: Asked) -> ResponseReturnValue:
    """The sheet; of a confidential site, the page whose button opens it, for who may."""
    if asked.offer.site.is_confidential:
        return closed(asked)
    return page(asked, asked.sheet())


def as_pdf(asked: Asked) -> ResponseReturnValue:
    """The same as a file."""
    if asked.offer.site.is_confidential:
        return closed(asked)
    return document(asked, asked.sheet())


def opened(asked: Asked) -> ResponseReturnValue:
    """The sheet with the address of a confidential site: read, logged, then shown."""
    secret = open_secret(
        asked.offer.site,
        by=current_account(),
        why="Fiche à remettre avec l'adresse confidentielle",
        ip_address=request.remote_addr,
        recipient="la personne accueillie",
    )
    if secret is None:
        abort(403)
    sheet = asked.sheet(Secret(secret.address, secret.phone))
    is_file = request.form.get("forme") == "pdf"
    return document(asked, sheet) if is_file else page(asked, sheet)


def closed(asked: Asked) -> ResponseReturnValue:
    """Nothing but the button, for who may press it."""
    if not may_open(asked.offer.site):
        abort(403)
    return render_template("handout/closed.html", asked=asked)


def page(asked: Asked, sheet: Sheet) -> str:
    """The sheet between its tools, which are not printed."""
    return render_template("handout/show.html", asked=asked, sheet=sheet)


def document(asked: Asked, sheet: Sheet) -> ResponseReturnValue:
    """The PDF, or the page saying that it could not be made."""
    markup = render_template(
        "documents/handout.html", language=asked.language, sheet=sheet, faces=pdf.faces()
    )
    try:
        written = pdf.typeset(typeset_markup(markup))
    except pdf.NotSet:
        flash(NOT_SET, "error")
        return page(asked, sheet), 503
    answer: Response = current_app.response_class(written, mimetype="application/pdf")
    answer.headers.set("Content-Disposition", "attachment", filename=FILENAME)
    return answer
