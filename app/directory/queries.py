"""Reads of the directory: a fixed number of queries, however many offers are shown."""

from collections.abc import Collection
from typing import Any

from geoalchemy2 import Geography
from sqlalchemy import BigInteger, Select, any_, cast, func, or_, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import joinedload, selectinload, with_polymorphic

from models.codes.offer import Family, Publication
from models.codes.organization import Source
from models.offer import AudienceRule, Offer
from models.organization import Organization, Site, SiteSecret
from models.reference import Commune

# Every kind in one query: what an offer is called is told by the table of its kind.
ANY_KIND: Any = with_polymorphic(Offer, "*")


def on_cards(offer_ids: Collection[int]) -> Select[Any]:
    """Offers as cards show them, each once when asked `unique`.

    One statement however many are asked: the server plans these joins once.
    """
    asked = cast(list(offer_ids), ARRAY(BigInteger))
    return (
        select(ANY_KIND)
        .where(ANY_KIND.id == any_(asked))
        .options(
            joinedload(ANY_KIND.site).joinedload(Site.organization),
            joinedload(ANY_KIND.lots),
        )
        .order_by(ANY_KIND.id)
    )


def whole(offers: Select[Any]) -> Select[Any]:
    """Offers with all that their page shows."""
    owner = joinedload(Offer.site).joinedload(Site.organization)
    return offers.options(
        owner.selectinload(Organization.accreditations),
        joinedload(Offer.site).selectinload(Site.contacts),
        selectinload(Offer.lots),
    )


def of_organization(organization: Organization) -> Select[Any]:
    """Every offer of an organization, whatever its site."""
    return (
        select(ANY_KIND)
        .join(ANY_KIND.site)
        .where(Site.organization_id == organization.id)
        .options(selectinload(ANY_KIND.lots))
        .order_by(ANY_KIND.family, ANY_KIND.title, ANY_KIND.id)
    )


def of_site(site: Site) -> Select[Any]:
    """Every offer of a site."""
    return (
        select(ANY_KIND)
        .where(ANY_KIND.site_id == site.id)
        .options(selectinload(ANY_KIND.lots))
        .order_by(ANY_KIND.family, ANY_KIND.title, ANY_KIND.id)
    )


def drafts_called(title: str | None, *, site: Site, family: Family) -> Select[int]:
    """Drafts of this title at this site: what a form sent twice would write again."""
    same = (Offer.site_id == site.id, Offer.family == family, Offer.title == title)
    return select(Offer.id).where(*same, Offer.publication == Publication.DRAFT).order_by(Offer.id)


def known_as(source_id: str) -> Select[int]:
    """The organization written here under this key."""
    return select(Organization.id).where(
        Organization.source == Source.MANUAL, Organization.source_id == source_id
    )


def with_sites(organizations: Select[Any]) -> Select[Any]:
    """Organizations with their sites, contacts and accreditations."""
    return organizations.options(
        selectinload(Organization.sites).selectinload(Site.contacts),
        selectinload(Organization.accreditations),
    )


def audience_rules(offer: Offer) -> Select[AudienceRule]:
    """Who is welcome, as said at the level of the offer, its site and its organization."""
    return select(AudienceRule).where(
        or_(
            AudienceRule.offer_id == offer.id,
            AudienceRule.site_id == offer.site_id,
            AudienceRule.organization_id == offer.site.organization_id,
        )
    )


def audiences_of(offers: Collection[Offer]) -> Select[AudienceRule]:
    """Who is welcome in any of them, said at any of the three levels."""
    return select(AudienceRule).where(
        or_(
            AudienceRule.offer_id.in_({offer.id for offer in offers}),
            AudienceRule.site_id.in_({offer.site_id for offer in offers}),
            AudienceRule.organization_id.in_({offer.site.organization_id for offer in offers}),
        )
    )


def secret_seen(site: Site) -> Select[int]:
    """The site's id, if row security lets this account read its true place."""
    return select(SiteSecret.site_id).where(SiteSecret.site_id == site.id)


def km_from_commune(insee_code: str, point: tuple[float, float]) -> Select[Any]:
    """How far a point, longitude first, is from that of a commune."""
    here = func.ST_SetSRID(func.ST_MakePoint(*point), 4326)
    away = func.ST_Distance(Commune.point, cast(here, Geography))
    return select(away / 1000).where(Commune.insee_code == insee_code)
