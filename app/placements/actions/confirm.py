"""Confirms an accepted request: the place is taken, the stay planned, the identity disclosed."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.claims import actions as claims
from app.filters import hours, phone
from app.placements.actions.request import CHANGED, cancel, tell_partner
from models.account import Account, Unit
from models.base import now
from models.codes.follow import Signatory
from models.codes.journey import OrientationStatus, RefusalReason
from models.disclosure import Disclosure
from models.orientation import Orientation
from models.placement import Placement


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What the counsellor writes down of the decision that places a person (RULE-TIG-07, 19)."""

    consent_on: dt.date
    signatory: Signatory | None = None
    signed_by: str | None = None
    decided_on: dt.date | None = None
    is_medical_due: bool = False
    supervisor_name: str | None = None


def confirm(
    session: Session, orientation: Orientation, decision: Decision, *, by: Account
) -> Placement:
    """Take the place, plan the stay, disclose the identity, release the rivals of the need."""
    orientation.move_to(OrientationStatus.CONFIRMED, by=by)
    claims.take(orientation.claim)
    placement = plan_stay(session, orientation, decision, by=by)
    disclose(session, orientation, by=by)
    for rival in rivals(session, orientation):
        cancel(
            session,
            rival,
            by=by,
            reason=RefusalReason.SOLUTION_TROUVEE,
            note="une autre place est confirmée",
        )
    orientation.need.met_at = now()
    tell_partner(session, orientation, CHANGED)
    return placement


def plan_stay(
    session: Session, orientation: Orientation, decision: Decision, *, by: Account
) -> Placement:
    """The stay as it is now planned."""
    placement = Placement(
        unit_id=orientation.unit_id,
        organization_id=orientation.organization_id,
        orientation=orientation,
        starts_on=orientation.starts_on,
        ends_on=orientation.ends_on,
        consent_on=decision.consent_on,
        signatory=decision.signatory,
        signed_by=decision.signed_by,
        decided_on=decision.decided_on,
        is_medical_due=decision.is_medical_due,
        supervisor_name=decision.supervisor_name,
        hours_ordered=orientation.sheet.get("hours"),
    )
    session.add(placement)
    session.flush()
    placement.record("Placement confirmé", by=by)
    return placement


def disclose(session: Session, orientation: Orientation, *, by: Account) -> Disclosure:
    """Keep an encrypted copy of exactly what the partner may now read (RULE-DP-08, step 2)."""
    person = orientation.person
    asked = orientation.sheet.get("hours")
    content = {
        "Prénom": person.first_name,
        "Nom": person.last_name.upper(),
        "Téléphone": phone(person.phone) if person.phone else "non communiqué",
        "Votre interlocuteur": contact(by, orientation.unit),
    }
    if asked:
        content["Heures demandées"] = hours(asked)
    disclosure = Disclosure(
        unit_id=orientation.unit_id,
        organization_id=orientation.organization_id,
        orientation=orientation,
        field_names=list(content),
        content=content,
        disclosed_by_id=by.id,
    )
    session.add(disclosure)
    orientation.record("Coordonnées communiquées", by=by, note=", ".join(content))
    return disclosure


def contact(officer: Account, unit: Unit) -> str:
    """Whom the host calls: the counsellor, the telephone of their unit, their e-mail."""
    return ", ".join(filter(None, (officer.name, unit.phone and phone(unit.phone), officer.email)))


def rivals(session: Session, orientation: Orientation) -> list[Orientation]:
    """The other live requests of the same need, in the order in which lots are touched."""
    query = (
        select(Orientation)
        .where(
            Orientation.need_id == orientation.need_id,
            Orientation.id != orientation.id,
            Orientation.closed_at.is_(None),
            Orientation.status != OrientationStatus.CONFIRMED,
        )
        .order_by(Orientation.lot_id, Orientation.id)
        .with_for_update(of=Orientation)
    )
    return list(session.scalars(query).unique())
