"""Two records side by side, what a merge would change, and the merge."""

from http import HTTPStatus
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.audit.actions import record
from app.duplicates import actions, preview
from app.duplicates.both import FIELD, KEPT, Both, Choice
from app.duplicates.links import url_of
from app.duplicates.listing import Proposed
from app.duplicates.routes.base import blueprint, load_pair
from app.duplicates.scope import name_of, owner_of
from app.extensions import db
from app.gate import current_account
from models.codes.access import Operation
from models.codes.duplicates import Level, PairState
from models.duplicates import Merge
from search.duplicates.scanning import find_among

CHOOSE = "Choisissez la fiche à garder."
MEANWHILE = "Une des deux fiches a changé entre-temps. Vérifiez ce qui suit avant de fusionner."


@blueprint.get("/doublons/<int:pair_id>")
def show(pair_id: int) -> ResponseReturnValue:
    """Both records, field by field."""
    return compared(load_pair(pair_id))


@blueprint.get("/doublons/<int:pair_id>/fusion")
def preview_merge(pair_id: int) -> ResponseReturnValue:
    """All that the merge would change and move."""
    both = load_pair(pair_id)
    if KEPT not in request.args:
        return redirect(url_for("duplicates.show", pair_id=pair_id))
    choice = both.chosen(request.args)
    if choice is None:
        return compared(both, errors=[CHOOSE]), HTTPStatus.UNPROCESSABLE_ENTITY
    return previewed(both, choice)


@blueprint.post("/doublons/<int:pair_id>/fusion")
def merge(pair_id: int) -> ResponseReturnValue:
    """Make the two one."""
    both = load_pair(pair_id, lock=True)
    choice = both.chosen(request.form)
    if choice is None:
        return compared(both, errors=[CHOOSE]), HTTPStatus.UNPROCESSABLE_ENTITY
    if request.form.get("vu") != both.version(db.session):
        return previewed(both, choice, errors=[MEANWHILE]), HTTPStatus.CONFLICT
    merge_id = kept(both, choice)
    flash("Les deux fiches n'en font plus qu'une.")
    return redirect(url_for("duplicates.merged", merge_id=merge_id), 303)


def kept(both: Both, choice: Choice) -> Any:
    """Merge, look for what became double inside, commit, and say who did it."""
    both.pair.move_to(PairState.MERGED, by=current_account())
    made = actions.merge(
        db.session, choice.kept, choice.absorbed, by=current_account(), take=choice.take
    )
    merge_id = made.id
    if made.level is Level.ORGANIZATION:
        find_among(db.session, Level.SITE, {site.id for site in owner_of(choice.kept).sites})
    audited(made, "Fusion de deux fiches")
    db.session.commit()
    return merge_id


def audited(made: Merge, reason: str) -> None:
    """Keep who did it."""
    record(
        Operation.MODIFY,
        subject_kind=made.level.value.lower(),
        subject_id=made.kept_id,
        reason=f"{reason} : {made.absorbed_id} dans {made.kept_id}",
        ip_address=request.remote_addr,
    )


def compared(both: Both, errors: list[str] | None = None) -> str:
    """The two side by side, with what was already chosen."""
    return render_template(
        "duplicates/show.html", errors=[] if both.are_apart else errors or [], **told(both)
    )


def previewed(both: Both, choice: Choice, errors: list[str] | None = None) -> str:
    """What this choice would do."""
    return render_template(
        "duplicates/preview.html",
        choice=choice,
        errors=errors or [],
        preview=preview.read(db.session, choice.absorbed),
        version=both.version(db.session),
        **told(both),
    )


def told(both: Both) -> dict[str, Any]:
    """What both pages say of the pair."""
    return {
        "both": both,
        "proposed": Proposed(both.pair, both.records),
        "audiences": both.audiences(db.session),
        "names": {"kept": KEPT, "field": FIELD},
        "said": request.values,
        **{"name_of": name_of, "owner_of": owner_of, "url_of": url_of},
    }
