"""One stay on one page: loaded, kept in the audit log, shown with its forms."""

from typing import Any
from uuid import UUID

from flask import render_template

from app.access import Act
from app.audit.actions import record
from app.gate import current_account, one_or_404, require
from app.hosting.rules import RUNNING, minutes_entered, minutes_validated
from app.portal.forms.stays import KINDS
from app.portal.queries import hosted
from models.base import today
from models.codes.access import Operation
from models.placement import Placement


def load(placement_id: UUID, *, lock: bool = False) -> Placement:
    """The stay, or 404 when it is not at the account's organization."""
    query = hosted(current_account()).where(Placement.id == placement_id)
    stay = one_or_404(query.with_for_update(of=Placement) if lock else query)
    require(Act.HOST_PLACEMENT, stay)
    return stay


def audited(stay: Placement, *, is_read: bool) -> None:
    """Keep that it was read or written."""
    record(
        Operation.CONSULT if is_read else Operation.MODIFY,
        subject_kind="placement",
        subject_id=stay.id,
        reason="suivi de l'accueil par la structure",
    )


def page(stay: Placement, *, errors: list[str] | None = None, **typed: Any) -> str:
    """The page with its forms, those that were refused as they were typed."""
    shown = {name: kind(formdata=None, prefix=f"{name}-") for name, kind in KINDS.items()}
    if "supervisor" not in typed:
        shown["supervisor"].name.data = stay.supervisor_name
    return render_template(
        "portal/placement.html",
        placement=stay,
        forms=shown | typed,
        errors=errors or [],
        entered=minutes_entered(stay),
        validated=minutes_validated(stay),
        is_running=stay.status in RUNNING,
        today=today(),
    )
