"""« Toujours exact », publishing and suspending: one press each."""

from collections.abc import Callable
from functools import partial
from typing import Any, Protocol

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from app.access import Act, organizations_of
from app.directory import actions
from app.directory.records import ORGANIZATIONS, SITES, Record, Row
from app.directory.routes.base import blueprint, load_offer
from app.directory.routes.offers import whole
from app.directory.routes.records import load_record
from app.extensions import db
from app.gate import current_account, require
from models.codes.organization import Channel
from models.lifecycle import IllegalMove
from models.offer import Offer

CHANGED = (
    "Rien n'a été enregistré : l'offre a changé entre-temps. Elle est maintenant « {status} »."
)


class Load(Protocol):
    """Finds the offer of an address, or answers 404."""

    def __call__(self, offer_id: int, *, lock: bool = False) -> Offer: ...


@blueprint.post("/offres/<int:offer_id>/toujours-exact")
def confirm(offer_id: int) -> ResponseReturnValue:
    """Somebody says that all is as written: the partner online, or heard by telephone."""

    def act(offer: Offer) -> None:
        actions.confirm(offer, by=current_account(), channel=channel(offer))

    return press(
        offer_id, Act.REPORT_CAPACITY, act, "C'est noté : cette fiche est toujours exacte."
    )


@blueprint.post("/offres/<int:offer_id>/publication")
def publish(offer_id: int) -> ResponseReturnValue:
    """Show a draft to the network."""
    return press(offer_id, Act.EDIT_OFFER, actions.publish, "L'offre est publiée.")


@blueprint.post("/offres/<int:offer_id>/suspension")
def suspend(offer_id: int) -> ResponseReturnValue:
    """Stop proposing it for a while."""
    act = partial(actions.suspend, by=current_account())
    said = "L'offre est suspendue : elle n'est plus proposée."
    return press(offer_id, Act.SUSPEND_OFFER, act, said)


@blueprint.post("/offres/<int:offer_id>/reprise")
def resume(offer_id: int) -> ResponseReturnValue:
    """Propose it again."""
    act = partial(actions.resume, by=current_account())
    return press(offer_id, Act.SUSPEND_OFFER, act, "L'offre est de nouveau proposée.")


def press(
    offer_id: int, act: Act, verb: Callable[[Any], None], said: str, *, load: Load = load_offer
) -> ResponseReturnValue:
    """One press on an offer: load, require, do it, commit, back to the offer."""
    offer = load(offer_id, lock=True)
    require(act, offer)
    try:
        verb(offer)
    except IllegalMove as late:
        return changed(offer_id, late)
    db.session.commit()
    return back(offer_id, said)


def changed(offer_id: int, late: IllegalMove) -> ResponseReturnValue:
    """Somebody was quicker: the offer as it now is."""
    db.session.rollback()
    return whole(load_offer(offer_id), [CHANGED.format(status=late.current.label)]), 409


@blueprint.post(f"/<any({SITES}, {ORGANIZATIONS}):level>/<int:record_id>/toujours-exact")
def confirm_record(level: str, record_id: int) -> ResponseReturnValue:
    """The same of a site or of an organization."""
    record = load_record(level, record_id, lock=True)
    require(Act.REPORT_CAPACITY, record.row)
    actions.confirm(record.row, by=current_account(), channel=channel(record.row))
    url = record.url
    db.session.commit()
    flash("C'est noté : cette fiche est toujours exacte.")
    return redirect(url, 303)


def channel(row: Row) -> Channel:
    """The partner speaks for itself; anybody else heard it by telephone."""
    own = Record(row).owner.id in organizations_of(current_account())
    return Channel.PARTNER_PORTAL if own else Channel.PHONE


def back(offer_id: int, said: str) -> Response:
    """Back to the offer, with what was done."""
    flash(said)
    return redirect(url_for("directory.show", offer_id=offer_id), 303)
