"""Verbs on offers: a new one of a given kind, and what it says now."""

from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.orm import Session

from models.codes.offer import Family
from models.codes.tig import ListingStatus
from models.offer import Offer
from models.offer_kinds import CareOffer, CourseOffer, HousingOffer, JobOffer, TigPost
from models.organization import Site

Kind = TypeVar("Kind", bound=Offer)
FAMILIES: dict[type[Offer], Family] = {
    TigPost: Family.TIG,
    HousingOffer: Family.LOGEMENT,
    JobOffer: Family.EMPLOI_FORMATION,
    CareOffer: Family.SANTE,
    CourseOffer: Family.STAGE,
}
# What has verbs of its own, with their rules, is not revised like the rest.
OWN_VERBS = frozenset(
    {
        *("id", "kind", "family", "site_id", "publication", "listing_status", "listed_on"),
        *("listing_requested_on", "prosecutor_opinion_on", "judge_opinion_on"),
        *("verified_at", "verified_by", "verified_channel", "created_at", "modified_at"),
    }
)


def create_offer(session: Session, site: Site, kind: type[Kind], **terms: Any) -> Kind:
    """A draft of this kind; a SupportOffer says its `family`, the others have only one.

    Takes the columns of the kind, except those that have verbs of their own.
    """
    family = terms.pop("family", None)
    start: dict[str, Any] = {"family": FAMILIES.get(kind, family)}
    if kind is TigPost:
        start["listing_status"] = ListingStatus.DRAFT
    offer = kind(site=site, **start)
    with session.no_autoflush:
        revise_offer(offer, **terms)
    session.add(offer)
    session.flush()
    return offer


def revise_offer(offer: Offer, **terms: Any) -> None:
    """Say what it is now, in the columns of its kind; any other name is a mistake."""
    known = {column.key for column in sa.inspect(type(offer)).column_attrs} - OWN_VERBS
    if strange := terms.keys() - known:
        raise TypeError(f"{type(offer).__name__} has no such terms: {', '.join(sorted(strange))}")
    for name, value in terms.items():
        setattr(offer, name, value)
