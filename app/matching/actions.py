"""Holds a place for a need: the claim, the orientation and the lifted criteria, together."""

import datetime as dt
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.claims import actions as claims
from app.decisions.verdicts import RuleClass, Verdict
from app.mail import actions as mail
from models.account import Account, Membership
from models.capacity import PlaceLot
from models.codes.access import Role
from models.codes.journey import OrientationStatus
from models.lift import CriterionLift
from models.orientation import Orientation
from models.plan import Need

COURT_SUBJECT = "Maillage : un critère a été levé"
COURT_BODY = (
    "Un critère fixé par une décision a été levé, avec un motif écrit, pour un dossier de votre"
    " unité. Connectez-vous à Maillage pour le consulter."
)


def hold(
    session: Session,
    need: Need,
    lot: PlaceLot,
    *,
    by: Account,
    starts_on: dt.date,
    ends_on: dt.date,
    lifts: dict[Verdict, str],
) -> Orientation:
    """Hold one unit for a need; the partner's name and the offer's are frozen here.

    Raises `PlaceTaken`; `lifts` gives the written reason of each criterion set aside.
    """
    days = {"starts_on": starts_on, "ends_on": ends_on}
    claim = claims.hold(session, lot, unit_id=need.unit_id, **days)
    orientation = _request(need, lot, requested_by=by, claim=claim, **days)
    session.add(orientation)
    session.flush()
    orientation.record("Place réservée", by=by)
    lift(session, orientation, lifts, by=by)
    return orientation


def _request(need: Need, lot: PlaceLot, **held: Any) -> Orientation:
    return Orientation(
        unit_id=need.unit_id,
        person_id=need.plan.person_id,
        plan_id=need.plan_id,
        need=need,
        offer_id=lot.offer_id,
        lot_id=lot.id,
        organization_id=lot.offer.site.organization_id,
        status=OrientationStatus.DRAFT,
        offer_title=lot.offer.title,
        organization_name=lot.offer.site.organization.legal_name,
        **held,
    )


def lift(
    session: Session, orientation: Orientation, lifts: dict[Verdict, str], *, by: Account
) -> None:
    """Keep who set aside which criterion and why; a court's criterion is told to the manager."""
    for verdict, reason in lifts.items():
        orientation.lifts.append(
            CriterionLift(
                unit_id=orientation.unit_id,
                criterion=verdict.criterion,
                rule_class=verdict.rule_class,
                sentence=verdict.sentence,
                reason=reason,
                account_id=by.id,
            )
        )
        orientation.record(f"Critère levé : {verdict.label}", by=by, note=reason, is_internal=True)
    if any(verdict.rule_class is RuleClass.COURT for verdict in lifts):
        tell_managers(session, orientation.unit_id)


def tell_managers(session: Session, unit_id: int) -> None:
    """Write to the managers of the unit, neutrally."""
    managers = session.scalars(
        select(Account)
        .join(Membership)
        .where(Membership.unit_id == unit_id, Membership.role == Role.MANAGER, Account.active)
        .order_by(Account.id)
    )
    for manager in managers:
        mail.send(session, to=manager.email, subject=COURT_SUBJECT, body=COURT_BODY)
