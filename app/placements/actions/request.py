"""Verbs on a request: send it, cancel it, move its dates, keep its place longer."""

import datetime as dt
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.claims import actions as claims
from app.filters import period, short_day
from app.hosting.queries import hours_left
from app.mail import actions as mail
from app.placements.sheet import sheet
from models.account import Account, Membership
from models.base import now, today
from models.codes.claims import ClaimState
from models.codes.journey import EndReason, OrientationStatus, PlacementStatus, RefusalReason
from models.lifecycle import IllegalMove
from models.orientation import Orientation

ANSWER_DAYS = 14
SUBJECT = "Une demande vous attend sur Maillage"
NEWS = "Du nouveau sur Maillage"
ASKED = (
    "Bonjour,\n\nUne demande vous attend."
    " Connectez-vous à Maillage pour y répondre avant le {day}.\n"
)
CHANGED = (
    "Bonjour,\n\nUne de vos demandes a changé. Connectez-vous à Maillage pour en lire le détail.\n"
)
# How a planned stay ends when its request is cancelled.
ENDS = {
    RefusalReason.DATE_DECALEE: EndReason.DATE_MOVED,
    RefusalReason.REFUS_PERSONNE: EndReason.PERSON_DECLINED,
    RefusalReason.PAS_D_ENCADRANT: EndReason.HOST_WITHDREW,
}


def draft(session: Session, orientation: Orientation) -> dict[str, Any]:
    """What the partner would read if the request were sent now."""
    return sheet(orientation, hours_left(session, orientation.need.measure))


def send(session: Session, orientation: Orientation, *, by: Account) -> None:
    """Freeze what the partner will read, and ask; the place is kept while they think."""
    if orientation.claim.state is not ClaimState.HELD:
        raise claims.PlaceTaken
    orientation.sheet = draft(session, orientation)
    orientation.sent_at = now()
    orientation.move_to(OrientationStatus.SENT, by=by)
    until = now() + dt.timedelta(days=ANSWER_DAYS)
    claims.prolong_hold(orientation.claim, until=until)
    tell_partner(session, orientation, ASKED.format(day=short_day(until)), subject=SUBJECT)


def cancel(
    session: Session, orientation: Orientation, *, by: Account, reason: RefusalReason, note: str
) -> None:
    """Give the place back and say why; a stay that has not begun ends with it."""
    placement = cancellable(orientation).placement
    words = f"{reason.label}. {note}" if note else reason.label
    orientation.move_to(OrientationStatus.CANCELLED, by=by, note=words)
    claims.release(orientation.claim)
    if placement is not None:
        placement.ended_on = today()
        placement.end_reason = ENDS.get(reason, EndReason.INTERRUPTED)
        placement.move_to(PlacementStatus.ENDED, by=by, note=words)
        close_disclosures(orientation, on=today())
    orientation.need.met_at = None
    if orientation.sent_at is not None:
        tell_partner(session, orientation, CHANGED)


def move_dates(
    session: Session,
    orientation: Orientation,
    *,
    by: Account,
    starts_on: dt.date,
    ends_on: dt.date,
) -> None:
    """Move the days of the place and of everything planned on them; raises `PlaceTaken`."""
    claims.move(movable(orientation).claim, starts_on=starts_on, ends_on=ends_on)
    orientation.starts_on, orientation.ends_on = starts_on, ends_on
    words = period(starts_on, ends_on)
    orientation.record("Dates déplacées", by=by, note=words)
    if orientation.placement is not None:
        orientation.placement.starts_on = starts_on
        orientation.placement.ends_on = ends_on
        orientation.placement.record("Dates déplacées", by=by, note=words)
    if orientation.sent_at is not None:
        tell_partner(session, orientation, CHANGED)


def cancellable(orientation: Orientation) -> Orientation:
    """The request, or `IllegalMove`: a stay that has begun is ended, not cancelled."""
    orientation.expect(OrientationStatus.CANCELLED)
    placement = orientation.placement
    if placement is not None and placement.status is not PlacementStatus.PLANNED:
        raise IllegalMove(orientation.status, OrientationStatus.CANCELLED)
    return orientation


def movable(orientation: Orientation) -> Orientation:
    """The request, or `IllegalMove`: what is over keeps its dates."""
    placement = orientation.placement
    is_ended = placement is not None and placement.status is PlacementStatus.ENDED
    if orientation.status.is_final or is_ended:
        raise IllegalMove(orientation.status, orientation.status)
    return orientation


def close_disclosures(orientation: Orientation, *, on: dt.date) -> None:
    """The partner's access to the identity closes 30 days after the end (RULE-DP-05)."""
    for disclosure in orientation.disclosures:
        disclosure.closes_on = on + dt.timedelta(days=30)


def tell_partner(
    session: Session, orientation: Orientation, body: str, *, subject: str = NEWS
) -> None:
    """Write to the accounts of the partner, or to its site when nobody signs in; neutrally."""
    emails = session.scalars(
        select(Account.email)
        .join(Membership)
        .where(Membership.organization_id == orientation.organization_id, Account.active)
        .order_by(Account.id)
    ).all()
    site = orientation.offer.site
    # That of a confidential site is not ours to read: its organization's is.
    desk = orientation.offer.email or site.email or site.organization.email
    for email in emails or ([desk] if desk else []):
        mail.send(session, to=email, subject=subject, body=body)
