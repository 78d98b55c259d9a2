"""The merges made in the territory; one of them, and how to split it."""

from http import HTTPStatus
from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.access import Act
from app.duplicates import actions, queries, undoing
from app.duplicates.links import page_of
from app.duplicates.listing import with_records
from app.duplicates.routes.base import blueprint, load_merge, territory, visible
from app.duplicates.routes.comparing import audited
from app.extensions import db
from app.filters import plural
from app.gate import current_account, require
from models.codes.duplicates import PairState
from models.duplicates import Merge
from models.lifecycle import IllegalMove

LATEST = 100
FIRST_UNDO = "Séparez d'abord la fusion faite depuis : la fiche gardée a rejoint une autre fiche."
FIRST_SITES = "Séparez d'abord les sites fusionnés depuis : l'un d'eux ne reviendrait pas."
LEFT = "Restent tels qu'ils ont été corrigés depuis la fusion : {}."


@blueprint.get("/fusions")
def merges() -> str:
    """The latest ones."""
    require(Act.MERGE_RECORDS)
    made = db.session.scalars(queries.merges_in(territory()).limit(LATEST)).all()
    return render_template("duplicates/merges.html", merges=made, page_of=page_of)


@blueprint.get("/fusions/<uuid:merge_id>")
def merged(merge_id: UUID) -> str:
    """What it moved, what a split would give back."""
    return shown(load_merge(merge_id))


@blueprint.post("/fusions/<uuid:merge_id>/separation")
def split(merge_id: UUID) -> ResponseReturnValue:
    """Undo it."""
    made = load_merge(merge_id, lock=True)
    if made.split_at:
        raise IllegalMove(PairState.DISTINCT, PairState.DISTINCT)
    if too_early := undone_first(made):
        return shown(made, errors=[too_early]), HTTPStatus.CONFLICT
    returned = actions.split(db.session, made, by=current_account())
    audited(made, "Séparation de deux fiches")
    given = plural(returned.rows, "élément rendu", "éléments rendus")
    said = [f"Les deux fiches sont séparées : {given}."]
    if returned.left:
        said.append(LEFT.format(undoing.labels(made, returned.left)))
    absorbed = page_of(made.level, made.absorbed_id)
    db.session.commit()
    flash(" ".join(said))
    return redirect(absorbed, 303)


def undone_first(made: Merge) -> str | None:
    """What has to be split before; otherwise the record that was kept is held."""
    if not db.session.scalars(queries.held(made.level, [made.kept_id])).unique().all():
        return FIRST_UNDO
    return FIRST_SITES if undoing.first(db.session, made) else None


def shown(made: Merge, errors: list[str] | None = None) -> str:
    """The page of a merge."""
    inside = db.session.scalars(queries.pairs_inside(made)).all()
    return render_template(
        "duplicates/merged.html",
        merge=made,
        errors=errors or [],
        undo=undoing.read(db.session, made),
        inside=with_records(db.session, inside, visible),
        page_of=page_of,
        split_url=url_for("duplicates.split", merge_id=made.id),
    )
