"""Which records are followed, whose they are, and which of their columns say nothing to people."""

from collections.abc import Callable
from typing import Any, NamedTuple

from sqlalchemy.orm import Session

from models.accreditation import Accreditation
from models.capacity import PlaceLot
from models.codes.history import Subject
from models.offer import AudienceRule, Offer
from models.organization import Contact, Organization, Site


class Where(NamedTuple):
    """Whose record it is: its organization, and the site and the offer it is under, if any."""

    organization_id: int
    site: Site | None = None
    offer_id: int | None = None


def of_offer(session: Session, offer: Offer) -> Where:
    """An offer lies at a site."""
    return Where(offer.site.organization_id, offer.site, offer.id)


def of_site(session: Session, site: Site) -> Where:
    """A site belongs to an organization."""
    return Where(site.organization_id, site)


def of_audience(session: Session, rule: AudienceRule) -> Where:
    """A rule is said of an offer, of a site or of an organization."""
    if rule.offer_id:
        return of_offer(session, session.get_one(Offer, rule.offer_id))
    if rule.site_id:
        return of_site(session, session.get_one(Site, rule.site_id))
    return Where(rule.organization_id or 0)


WHOSE: dict[type[Any], tuple[Subject, Callable[[Session, Any], Where]]] = {
    Organization: (Subject.ORGANIZATION, lambda session, row: Where(row.id)),
    Site: (Subject.SITE, of_site),
    Offer: (Subject.OFFER, of_offer),
    PlaceLot: (Subject.LOT, lambda session, row: of_offer(session, row.offer)),
    AudienceRule: (Subject.AUDIENCE, of_audience),
    Contact: (Subject.CONTACT, lambda session, row: of_site(session, row.site)),
    Accreditation: (Subject.ACCREDITATION, lambda session, row: Where(row.organization_id)),
}
# What these say when they are new is worth keeping; the others are simply there.
TOLD_WHEN_NEW = frozenset({Subject.LOT, Subject.AUDIENCE, Subject.ACCREDITATION})
VERIFIED = frozenset({"verified_at", "verified_by", "verified_channel"})
# Keys, dates of the record itself, and what follows from another column.
SILENT = VERIFIED | {
    *("id", "family", "created_at", "modified_at", "source", "source_id", "name_key"),
    *("organization_id", "site_id", "offer_id"),
}
SILENT_OF: dict[Subject, frozenset[str]] = {
    Subject.SITE: frozenset({"department_code", "precision"}),
    Subject.OFFER: frozenset({"kind", "is_suspended_by_service"}),
    # What a lot grants moves with each report, which is kept as one; each claim writes the rest.
    Subject.LOT: frozenset({"open", "state", "valid_until", "next_free_on", "claimed_at"}),
}
# What people are called and how one reaches them is forgotten once changed.
PERSONAL: dict[Subject, frozenset[str]] = {
    Subject.CONTACT: frozenset({"name", "function", "phone", "email"}),
    Subject.OFFER: frozenset({"supervisor_name", "reservations_note"}),
}


def kind_of(row: object) -> type[Any] | None:
    """The followed kind a row is of, if it is followed."""
    return next((kind for kind in WHOSE if isinstance(row, kind)), None)


def is_followed(subject: Subject, column: str) -> bool:
    """Whether a change of this column is kept."""
    return column not in SILENT | SILENT_OF.get(subject, frozenset())
