"""The page where a zone is drawn, to search the directory in it."""

from flask import render_template, request
from flask.typing import ResponseReturnValue

from app.access import Act
from app.directory import links
from app.directory.forms.search import SearchForm
from app.directory.routes.base import blueprint
from app.gate import require

ELSEWHERE = ("zone", "site", "liste", "apres")


@blueprint.get("/annuaire/zone")
def draw() -> ResponseReturnValue:
    """The map, around the commune of the search if it names one."""
    require(Act.SEARCH_DIRECTORY)
    form = SearchForm(formdata=request.args)
    form.validate()
    link = links.without(links.kept(request.args, form), ELSEWHERE)
    home = [form.place.lon, form.place.lat] if form.place else None
    return render_template("directory/zone.html", link=link, home=home)
