"""Removes the records a line made, and tells which of them somebody has used since."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from models.capacity import CapacityReport, PlaceLot
from models.history import Mistake
from models.imports import ImportRow
from models.offer import AudienceRule, Offer
from models.offer_kinds import CareOffer, CourseOffer, HousingOffer, JobOffer, SupportOffer
from models.organization import Organization, Site
from search.indexing.tables import table

KINDS = (HousingOffer, JobOffer, CareOffer, CourseOffer, SupportOffer)
Used = set[tuple[str, int]]


@dataclass(slots=True)
class Removal:
    """What one line made, by number."""

    organizations: list[int] = field(default_factory=list)
    sites: list[int] = field(default_factory=list)
    offers: list[int] = field(default_factory=list)

    @property
    def is_some(self) -> bool:
        """Whether it made anything."""
        return bool(self.organizations or self.sites or self.offers)

    def any_of(self, used: Used) -> bool:
        """Whether one of them was used since."""
        groups = {"organization": self.organizations, "site": self.sites, "offer": self.offers}
        return any((name, one) in used for name, ids in groups.items() for one in ids)


def removals(row: ImportRow) -> Removal:
    """What this line made."""
    owner = row.done.get("organization")
    return Removal([owner] if owner else [], row.done.get("sites", []), row.done.get("offers", []))


def touched(session: Session, some: Sequence[Removal]) -> Used:
    """Those that a person corrected, confirmed, reported a mistake on or merged since."""
    used: Used = set()
    for model, name, ids in (
        (Organization, "organization", [key for one in some for key in one.organizations]),
        (Site, "site", [key for one in some for key in one.sites]),
        (Offer, "offer", [key for one in some for key in one.offers]),
    ):
        if ids:
            free = set(session.scalars(_untouched(model, name, ids)))
            used |= {(name, key) for key in ids if key not in free}
    return used


def _untouched(model: Any, name: str, ids: Sequence[int]) -> sa.Select[Any]:
    told = sa.select(Mistake.id).where(getattr(Mistake, f"{name}_id") == model.id)
    return sa.select(model.id).where(
        model.id.in_(ids),
        model.modified_at == model.created_at,
        model.verified_at.is_(None),
        ~told.exists(),
    )


def remove(session: Session, some: Sequence[Removal]) -> None:
    """Delete them, offers first; anything else that refers to one of them raises IntegrityError."""
    offers = [key for one in some for key in one.offers]
    sites = [key for one in some for key in one.sites]
    owners = [key for one in some for key in one.organizations]
    if offers:
        _remove_offers(session, offers)
    if sites:
        session.execute(sa.delete(table(Site)).where(table(Site).c.id.in_(sites)))
    if owners:
        session.execute(sa.delete(table(Organization)).where(table(Organization).c.id.in_(owners)))


def _remove_offers(session: Session, offers: Sequence[int]) -> None:
    """With what the import gave them: an audience, and lots of which nobody reported anything."""
    rule, lot, report = table(AudienceRule), table(PlaceLot), table(CapacityReport)
    reported = sa.select(report.c.id).where(report.c.lot_id == lot.c.id)
    session.execute(sa.delete(rule).where(rule.c.offer_id.in_(offers)))
    session.execute(sa.delete(lot).where(lot.c.offer_id.in_(offers), ~reported.exists()))
    for kind in KINDS:
        session.execute(sa.delete(table(kind)).where(table(kind).c.id.in_(offers)))
    session.execute(sa.delete(table(Offer)).where(table(Offer).c.id.in_(offers)))
