"""Accreditations of every state, and the conventions of hostels."""

from collections.abc import Callable
from typing import Any

from sqlalchemy.orm import Session

from app.directory import actions
from models.codes.organization import AccreditationKind as Kind
from models.organization import Site
from seeds.demo.drawing import Drawn
from seeds.demo.reading import day

FIVE_YEARS = 1826


def plant_accreditation(session: Session, site: Site, entry: dict[str, Any]) -> None:
    """Where the right of a host to receive TIG stands."""
    state = entry.get("accreditation", "none")
    if state != "none":
        STATES[state](session, site, entry.get("ends", 0))


def plant_conventions(session: Session, site: Site, entry: dict[str, Any]) -> None:
    """What lets a hostel work with us: an agreement for external placement, else a convention."""
    kind = Kind.PE_AGREEMENT if entry.get("pe") else Kind.PARTNER_CONVENTION
    decided = -Drawn(f"{site.name}, convention").dice.randint(90, 900)
    _grant(session, site, kind, decided, decided + 1095)


def _granted(session: Session, site: Site, ends: int) -> None:
    decided = -Drawn(f"{site.name}, habilitation").dice.randint(200, 1200)
    _grant(session, site, Kind.TIG_LOCAL, decided, decided + FIVE_YEARS)


def _ending(session: Session, site: Site, ends: int) -> None:
    _grant(session, site, Kind.TIG_LOCAL, ends - FIVE_YEARS, ends)


def _national(session: Session, site: Site, ends: int) -> None:
    _grant(session, site, Kind.TIG_NATIONAL, -420, -420 + FIVE_YEARS)


def _expired(session: Session, site: Site, ends: int) -> None:
    granted = _grant(session, site, Kind.TIG_LOCAL, -75 - FIVE_YEARS, -75)
    actions.expire_accreditation(granted)


def _withdrawn(session: Session, site: Site, ends: int) -> None:
    granted = _grant(session, site, Kind.TIG_LOCAL, -900, -900 + FIVE_YEARS)
    actions.withdraw_accreditation(granted, on=day(-60))


def _requested(session: Session, site: Site, ends: int) -> None:
    _request(session, site, -40)


def _refused(session: Session, site: Site, ends: int) -> None:
    asked = _request(session, site, -210)
    actions.decide_accreditation(asked, is_granted=False, on=day(-130))


def _request(session: Session, site: Site, on: int) -> Any:
    return actions.request_accreditation(
        session,
        site.organization,
        kind=Kind.TIG_LOCAL,
        requested_on=day(on),
        department_code=site.department_code,
    )


def _grant(session: Session, site: Site, kind: Kind, decided: int, ends: int) -> Any:
    return actions.grant_accreditation(
        session,
        site.organization,
        kind=kind,
        decided_on=day(decided),
        ends_on=day(ends),
        department_code=None if kind is Kind.TIG_NATIONAL else site.department_code,
        reference=f"{site.department_code}-{abs(decided):04}",
    )


STATES: dict[str, Callable[[Session, Site, int], None]] = {
    "granted": _granted,
    "ending": _ending,
    "national": _national,
    "expired": _expired,
    "withdrawn": _withdrawn,
    "requested": _requested,
    "refused": _refused,
}
