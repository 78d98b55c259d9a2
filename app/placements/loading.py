"""Loads a request or a stay for its counsellor, audited; and shows one step of its life."""

from typing import Any
from uuid import UUID

from flask import render_template
from flask_wtf import FlaskForm

from app.access import Act
from app.audit.actions import record
from app.gate import current_account, one_or_404, require
from app.placements.queries import orientation_of, placement_of
from models.codes.access import Operation
from models.orientation import Orientation
from models.placement import Placement


def load_orientation(orientation_id: UUID, *, lock: bool = False) -> Orientation:
    """A request of the account's units; 404 when unseen, 403 when it is somebody else's to do."""
    query = orientation_of(current_account(), orientation_id)
    found: Orientation = one_or_404(query.with_for_update(of=Orientation) if lock else query)
    require(Act.FOLLOW_CASE, found)
    _audit(found, is_write=lock)
    return found


def load_placement(placement_id: UUID, *, lock: bool = False) -> Placement:
    """A stay of the account's units, like a request."""
    query = placement_of(current_account(), placement_id)
    found: Placement = one_or_404(query.with_for_update(of=Placement) if lock else query)
    require(Act.FOLLOW_CASE, found)
    _audit(found.orientation, is_write=lock)
    return found


def step(
    form: FlaskForm, subject: Orientation | Placement, *, title: str, button: str, **context: Any
) -> str:
    """The page of one step of a request or a stay: for whom, what it asks, its button."""
    is_stay = isinstance(subject, Placement)
    return render_template(
        "placements/step.html",
        form=form,
        orientation=subject.orientation if isinstance(subject, Placement) else subject,
        subject=subject,
        is_stay=is_stay,
        step_title=title,
        button_label=button,
        **context,
    )


def _audit(orientation: Orientation, *, is_write: bool) -> None:
    record(
        Operation.MODIFY if is_write else Operation.CONSULT,
        subject_kind="supervised_person",
        subject_id=orientation.person_id,
        reason="suivi d'une demande ou d'un placement",
    )
