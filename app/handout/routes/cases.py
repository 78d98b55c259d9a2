"""The sheet of a stay: that of its offer, with the days and who will be there. Needs Casework."""

from uuid import UUID

from flask import request, url_for
from flask.typing import ResponseReturnValue

from app.access import Act, visible_placements
from app.audit.actions import record
from app.gate import current_account, one_or_404, require
from app.handout.routes.asking import Asked
from app.handout.routes.base import as_page, as_pdf, blueprint, opened
from app.handout.sheet import Stay
from models.codes.access import Operation
from models.placement import Placement


@blueprint.get("/placements/<uuid:placement_id>/fiche")
def stay(placement_id: UUID) -> ResponseReturnValue:
    """The sheet as a page."""
    return as_page(asked(placement_id))


@blueprint.get("/placements/<uuid:placement_id>/fiche.pdf")
def stay_pdf(placement_id: UUID) -> ResponseReturnValue:
    """The sheet as a file."""
    return as_pdf(asked(placement_id))


@blueprint.post("/placements/<uuid:placement_id>/fiche")
def stay_open(placement_id: UUID) -> ResponseReturnValue:
    """The sheet with a confidential address."""
    return opened(asked(placement_id))


def asked(placement_id: UUID) -> Asked:
    """The stay, for those who follow the case; that it was read is kept."""
    mine = visible_placements(current_account())
    found: Placement = one_or_404(mine.where(Placement.id == placement_id))
    require(Act.FOLLOW_CASE, found)
    record(
        Operation.CONSULT,
        subject_kind="supervised_person",
        subject_id=found.orientation.person_id,
        reason="fiche à remettre à la personne",
        ip_address=request.remote_addr,
    )
    back = url_for("placements.show", placement_id=placement_id)
    planned = Stay(found.first_day, found.last_day, found.supervisor_name)
    named = ("Placement", back)
    return Asked(found.orientation.offer, {"placement_id": placement_id}, named, planned)
