"""What is suggested under the words of the search while one types."""

from flask import render_template, request

from app.access import Act
from app.directory import links, suggested
from app.directory.forms.search import SearchForm
from app.directory.routes.base import blueprint
from app.extensions import db
from app.gate import require
from search.suggesting import suggest


@blueprint.post("/annuaire/suggestions")
def suggestions() -> str:
    """The lines of a list; sent by POST, so that half a word is in no address nor any log."""
    require(Act.SEARCH_DIRECTORY)
    link = links.kept(request.form, SearchForm(formdata=request.form))
    found = suggest(db.session, request.form.get("mots", ""))
    return render_template("directory/suggestions.html", groups=suggested.groups(found, link))
