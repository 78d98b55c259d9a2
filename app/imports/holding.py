"""The records that a batch of lines is about, locked, and how their values read as plain ones."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

import sqlalchemy as sa
from geoalchemy2 import WKBElement
from geoalchemy2.shape import to_shape
from shapely import Point
from sqlalchemy.orm import Session

from app.imports.anchors import Anchor
from models.imports import ImportRow
from models.offer import AudienceRule, Offer
from models.organization import Organization, Site
from models.reference import Commune

DEGREES = 6


@dataclass(slots=True)
class Held:
    """Records by number, audience rules by offer, points of communes by code."""

    organizations: dict[int, Organization] = field(default_factory=dict)
    sites: dict[int, Site] = field(default_factory=dict)
    offers: dict[int, Offer] = field(default_factory=dict)
    audiences: dict[int, AudienceRule] = field(default_factory=dict)
    centres: dict[str, WKBElement | None] = field(default_factory=dict)


def hold(session: Session, rows: Iterable[ImportRow], anchors: Collection[Anchor]) -> Held:
    """Lock what is known, organizations first, each in the order of its number."""
    held = Held()
    owners = {anchor.organization_id for anchor in anchors}
    held.organizations = locked(session, Organization, owners)
    offers = {one for anchor in anchors for one in anchor.offers.values()}
    held.offers = locked(session, Offer, offers)
    sites = {anchor.site_id for anchor in anchors if anchor.site_id}
    sites |= {offer.site_id for offer in held.offers.values()}
    held.sites = locked(session, Site, sites)
    rules = sa.select(AudienceRule).where(AudienceRule.offer_id.in_(held.offers))
    held.audiences = {rule.offer_id: rule for rule in session.scalars(rules) if rule.offer_id}
    codes = {site["insee_code"] for row in rows for site in row.said.get("sites", {}).values()}
    centres = sa.select(Commune.insee_code, Commune.point).where(Commune.insee_code.in_(codes))
    held.centres = {row.insee_code: row.point for row in session.execute(centres)}
    return held


def locked(session: Session, model: type[Any], ids: Collection[int]) -> dict[int, Any]:
    """These records as they now are, so that nobody changes them meanwhile."""
    if not ids:
        return {}
    query = sa.select(model).where(model.id.in_(sorted(ids))).order_by(model.id)
    query = query.with_for_update(of=model.__mapper__.base_mapper.local_table)
    fresh = query.execution_options(populate_existing=True)
    return {record.id: record for record in session.scalars(fresh).unique()}


def plain(record: Any, name: str) -> Any:
    """A value as lines say it: codes as text, a point as two numbers, nothing as None."""
    value = getattr(record, "public_point" if name == "point" else name)
    if isinstance(value, WKBElement):
        shape = to_shape(value)
        assert isinstance(shape, Point)
        return [round(shape.x, DEGREES), round(shape.y, DEGREES)]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, list):
        return [one.value if isinstance(one, Enum) else one for one in value] or None
    return None if value == "" else value
