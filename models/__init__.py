"""The data model; importing it registers every table."""

from models import (
    account,
    audit,
    basemap,
    capacity,
    follow,
    mail,
    offer,
    offer_kinds,
    organization,
    orientation,
    person,
    placement,
    plan,
    reference,
    search,
)

__all__ = [
    "account",
    "audit",
    "basemap",
    "capacity",
    "follow",
    "mail",
    "offer",
    "offer_kinds",
    "organization",
    "orientation",
    "person",
    "placement",
    "plan",
    "reference",
    "search",
]
