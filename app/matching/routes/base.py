"""The blueprint, and the ways in: a need, audited; a lot shown to the network."""

from uuid import UUID

from flask import Blueprint, abort

from app.access import Act, visible_needs
from app.audit.actions import record
from app.extensions import db
from app.gate import current_account, one_or_404, require
from app.matching.queries import shown_lot
from models.capacity import PlaceLot
from models.codes.access import Operation
from models.plan import Need

blueprint = Blueprint("matching", __name__, url_prefix="/besoins/<uuid:need_id>/places")


def load(need_id: UUID, *, reason: str, lock: bool = False) -> Need:
    """A need of the account's units, audited; 404 when unseen."""
    require(Act.WORK_ON_CASES)
    query = visible_needs(current_account()).where(Need.id == need_id)
    need: Need = one_or_404(query.with_for_update(of=Need) if lock else query)
    record(
        Operation.CONSULT,
        subject_kind="supervised_person",
        subject_id=need.plan.person_id,
        reason=reason,
    )
    return need


def load_lot(lot_id: int) -> PlaceLot:
    """A lot of a published offer, or 404."""
    lot = db.session.scalars(shown_lot(lot_id)).unique().one_or_none()
    return lot or abort(404)
