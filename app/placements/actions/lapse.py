"""What the calendar does to requests and stays; both sides are told, in neutral words."""

from sqlalchemy import cast, func, select
from sqlalchemy.dialects.postgresql import DATERANGE
from sqlalchemy.orm import Session

from app.claims.actions import days
from app.mail.actions import send
from app.placements.actions.request import tell_partner
from models.base import today
from models.capacity import PlaceClaim, PlaceLot
from models.codes.journey import OrientationStatus
from models.orientation import Orientation
from models.placement import Placement

SUBJECT = "Une place a changé sur Maillage"
LAPSED = (
    "Bonjour,\n\nLa réservation d'une place est arrivée à son terme sans confirmation."
    " Connectez-vous à Maillage pour en lire le détail.\n"
)
OVERDUE = (
    "Bonjour,\n\nUn accueil se poursuit au-delà de la date prévue."
    " Connectez-vous à Maillage pour indiquer la nouvelle date ou la fin.\n"
)
CONFLICT = (
    "Bonjour,\n\nUn accueil se poursuit au-delà de la date prévue, et la place est promise à une"
    " autre demande. Connectez-vous à Maillage pour décider de la suite.\n"
)


def expire(session: Session, orientation: Orientation) -> Orientation:
    """Close a request whose place is no longer held."""
    orientation.move_to(
        OrientationStatus.EXPIRED, by=None, note="la réservation est arrivée à son terme"
    )
    tell_both(session, orientation, LAPSED)
    return orientation


def note_overdue(session: Session, claim: PlaceClaim, placement: Placement) -> Placement:
    """Count the day; tell both sides on the first one."""
    is_first = claim.overdue_noted_on is None
    claim.overdue_noted_on = today()
    if is_first:
        placement.record("Se poursuit au-delà de la date prévue", by=None)
        body = CONFLICT if is_promised_twice(session, claim) else OVERDUE
        tell_both(session, placement.orientation, body)
    return placement


def is_promised_twice(session: Session, claim: PlaceClaim) -> bool:
    """Whether the lot, with this stay going on, is beyond what its host grants today."""
    coming = func.datemultirange(cast(days(today(), today()), DATERANGE))
    peak = func.directory.peak_claims(claim.lot_id, coming)
    return bool(session.scalar(select(peak > PlaceLot.open).where(PlaceLot.id == claim.lot_id)))


def tell_both(session: Session, orientation: Orientation, body: str) -> None:
    """The counsellor, and the partner once it has been asked."""
    send(session, to=orientation.requested_by.email, subject=SUBJECT, body=body)
    if orientation.sent_at is not None:
        tell_partner(session, orientation, body)
