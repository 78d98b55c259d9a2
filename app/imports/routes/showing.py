"""The list of imports, and one of them: how far it is, what it would do, what it did."""

from flask import Response, make_response, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.access import Act, visible_imports
from app.extensions import db
from app.gate import current_account, require
from app.imports import progressing, queries, rejects, words
from app.imports.correcting import can_correct
from app.imports.forms import ApplyForm
from app.imports.routes.base import blueprint, load
from app.imports.tabs import TABS, Tab, counted, page_of
from models.imports import ImportRun

LAST = 50


@blueprint.get("/")
def index() -> str:
    """The last imports of the territory."""
    require(Act.IMPORT_PARTNERS)
    runs = visible_imports(current_account()).order_by(ImportRun.id.desc()).limit(LAST)
    return render_template("imports/index.html", runs=db.session.scalars(runs).all())


@blueprint.get("/<int:run_id>")
def show(run_id: int) -> str:
    """One import, at whatever stage it is."""
    run = load(run_id)
    return render_template("imports/show.html", run=run, **told(run, ApplyForm(obj=run)))


@blueprint.get("/<int:run_id>/avancement")
def progress(run_id: int) -> ResponseReturnValue:
    """How far it is; at the end of a stage, the page is asked again."""
    run = load(run_id)
    done = progressing.progress(db.session, run) if run.state.is_under_way else None
    answer: Response = make_response(render_template("imports/_progress.html", run=run, done=done))
    if not run.state.is_under_way and "HX-Request" in request.headers:
        answer.headers["HX-Redirect"] = url_for("imports.show", run_id=run.id)
    return answer


def told(run: ImportRun, form: ApplyForm) -> dict[str, object]:
    """What the page of a run needs besides it."""
    if run.state.is_under_way:
        return {"done": progressing.progress(db.session, run), "words": words}
    tabs = counted(db.session, run)
    tab = asked_tab(tabs)
    after = request.args.get("apres", 0, type=int)
    return {
        "form": form,
        "tabs": tabs,
        "tab": tab,
        "page": page_of(db.session, run, tab, after=after),
        "after": after,
        "results": progressing.results(db.session, run),
        "before": db.session.scalars(queries.same_file(run)).first(),
        "words": words,
        "can_correct": can_correct,
        "formats": rejects.formats(run),
    }


def asked_tab(tabs: dict[Tab, int]) -> Tab:
    """The one asked, else the first that has lines."""
    asked = next((tab for tab in TABS if tab.code == request.args.get("lignes")), None)
    return asked or next((tab for tab, number in tabs.items() if number), TABS[0])
