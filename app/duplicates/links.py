"""Where the page of a record is."""

from flask import url_for

from app.duplicates.fields import Record
from models.codes.duplicates import Level
from models.organization import Site

SHOWN_BY = {
    Level.ORGANIZATION: ("directory.organization", "organization_id"),
    Level.SITE: ("directory.site", "site_id"),
}


def page_of(level: Level, record_id: int) -> str:
    """The page of a record of the directory."""
    endpoint, name = SHOWN_BY[level]
    return url_for(endpoint, **{name: record_id})  # type: ignore[arg-type]


def url_of(record: Record) -> str:
    """Its page."""
    return page_of(Level.SITE if isinstance(record, Site) else Level.ORGANIZATION, record.id)
