"""The pairs that wait for somebody, best first; and those told distinct."""

from collections.abc import Callable
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.access import Act
from app.duplicates import actions, listing
from app.duplicates.links import url_of
from app.duplicates.routes.base import blueprint, load_pair, territory, visible
from app.duplicates.scope import name_of
from app.extensions import db
from app.gate import current_account, require


@blueprint.app_template_global()
def duplicates_waiting() -> int:
    """How many pairs wait in the territory of whoever reads the page."""
    return listing.count(db.session, territory())


@blueprint.get("/doublons")
def index() -> ResponseReturnValue:
    """What may be double in the territory."""
    require(Act.MERGE_RECORDS)
    mine = territory()
    wanted = mine & {request.args.get("departement", "")} or mine
    page = listing.read(db.session, wanted, listing.after(request.args.get("apres")), visible)
    return render_template(
        "duplicates/index.html",
        page=page,
        most=listing.MOST,
        departments=sorted(mine),
        wanted=sorted(wanted),
        **{"name_of": name_of, "url_of": url_of},
    )


@blueprint.post("/doublons/<int:pair_id>/distinctes")
def tell_distinct(pair_id: int) -> ResponseReturnValue:
    """They are two records: no search proposes them again."""
    return decided(pair_id, actions.tell_distinct, "Les deux fiches sont notées distinctes.")


@blueprint.post("/doublons/<int:pair_id>/a-verifier")
def propose_again(pair_id: int) -> ResponseReturnValue:
    """They may be one after all."""
    return decided(pair_id, actions.propose_again, "Les deux fiches sont de nouveau à vérifier.")


def decided(pair_id: int, verb: Callable[..., Any], said: str) -> ResponseReturnValue:
    """Do it, commit, and go back to the list."""
    both = load_pair(pair_id, lock=True)
    verb(both.pair, by=current_account())
    db.session.commit()
    flash(said)
    return redirect(url_for("duplicates.index"), 303)
