"""« Demandes »: the requests sent to the partner, and the frozen sheet of each."""

from itertools import groupby
from uuid import UUID

from flask import render_template
from flask.typing import ResponseReturnValue

from app.access import Act
from app.audit.actions import record
from app.extensions import db
from app.gate import current_account, one_or_404, require
from app.portal.blueprint import blueprint
from app.portal.forms.requests import AnswerForm, RefusalForm
from app.portal.queries import hosted, received
from models.codes.access import Operation
from models.codes.journey import OrientationStatus as S
from models.orientation import Orientation
from models.placement import Placement

TOLD = {status.label: status.label for status in S if status is not S.DRAFT} | {
    S.SENT.label: "Demande reçue",
    "Dates déplacées": "Dates déplacées",
    "Coordonnées communiquées": "Coordonnées communiquées",
}
WAITING, AGREED, PAST = "waiting", "agreed", "past"
GROUPS = {S.SENT: WAITING, S.WAITLISTED: WAITING, S.ACCEPTED: AGREED, S.CONFIRMED: AGREED}


@blueprint.get("/demandes")
def inbox() -> ResponseReturnValue:
    """What waits for an answer, then what was accepted, then the rest."""
    require(Act.OPEN_PORTAL)
    record(Operation.CONSULT, subject_kind="orientation", reason="liste des demandes reçues")
    requests = db.session.scalars(received(current_account())).unique()
    ordered = sorted(requests, key=group)
    groups = {name: list(rows) for name, rows in groupby(ordered, key=group)}
    return render_template("portal/inbox.html", groups=groups)


@blueprint.get("/demandes/<uuid:orientation_id>")
def show(orientation_id: UUID) -> ResponseReturnValue:
    """One request: what is asked, and the answers one may give."""
    orientation = load(orientation_id)
    consult(orientation)
    return page(orientation)


def group(orientation: Orientation) -> str:
    """Under which heading a request is listed."""
    return GROUPS.get(orientation.status, PAST)


def load(orientation_id: UUID, *, lock: bool = False) -> Orientation:
    """The request, or 404 when it was not sent to the account's organization."""
    query = received(current_account()).where(Orientation.id == orientation_id)
    orientation = one_or_404(query.with_for_update(of=Orientation) if lock else query)
    require(Act.ANSWER_ORIENTATION, orientation)
    return orientation


def consult(orientation: Orientation) -> None:
    """Keep that it was read."""
    record(
        Operation.CONSULT,
        subject_kind="orientation",
        subject_id=orientation.id,
        reason="demande reçue par la structure",
        recipient=orientation.organization_name,
    )


def moves(orientation: Orientation) -> list[dict[str, object]]:
    """What the partner may read of the timeline, without notes nor criteria."""
    told = [event for event in orientation.events if event.what in TOLD]
    told.sort(key=lambda event: event.happened_at, reverse=True)
    return [
        {"when": event.happened_at, "what": TOLD[event.what], "who": None, "note": None}
        for event in told
    ]


def page(
    orientation: Orientation,
    *,
    answer: AnswerForm | None = None,
    refusal: RefusalForm | None = None,
    errors: list[str] | None = None,
) -> str:
    """The request with its forms, those that were refused as they were typed."""
    stays = hosted(current_account()).where(Placement.orientation_id == orientation.id)
    return render_template(
        "portal/show.html",
        orientation=orientation,
        placement=db.session.scalars(stays).unique().one_or_none(),
        moves=moves(orientation),
        answer=answer or AnswerForm(prefix="answer-"),
        refusal=refusal or RefusalForm(prefix="refusal-"),
        errors=errors or [],
    )
