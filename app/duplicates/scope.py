"""Which record is of which level, where it lies, what it is called, which offers are its own."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.duplicates.fields import Record
from models.codes.duplicates import Level
from models.offer import Offer
from models.organization import Organization, Site


def level_of(record: Record) -> Level:
    """Organizations are compared with organizations, sites with sites."""
    return Level.SITE if isinstance(record, Site) else Level.ORGANIZATION


def name_of(record: Record) -> str:
    """What it is called."""
    return record.name if isinstance(record, Site) else record.legal_name


def owner_of(record: Record) -> Organization:
    """Whose it is."""
    return record.organization if isinstance(record, Site) else record


def departments(session: Session, *records: Record) -> set[str]:
    """The départements where these records lie."""
    if isinstance(records[0], Site):
        return {one.department_code for one in records if isinstance(one, Site)}
    mine = Site.organization_id.in_([one.id for one in records])
    return set(session.scalars(sa.select(Site.department_code).where(mine).distinct()))


def offers_of(level: Level, *record_ids: int) -> sa.Select[Any]:
    """The ids of the offers at these sites, or at any site of these organizations."""
    if level is Level.SITE:
        return sa.select(Offer.id).where(Offer.site_id.in_(record_ids))
    return sa.select(Offer.id).join(Site).where(Site.organization_id.in_(record_ids))
