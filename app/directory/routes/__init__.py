"""The pages of the directory."""

from app.directory.routes import (
    accreditations,
    audiences,
    confirming,
    contacts,
    editing,
    hours,
    listing,
    lots,
    mistakes,
    offers,
    organizations,
    past,
    rights,
    search,
    sites,
    suggesting,
    writing,
)
from app.directory.routes.base import blueprint

__all__ = [
    "accreditations",
    "audiences",
    "blueprint",
    "confirming",
    "contacts",
    "editing",
    "hours",
    "listing",
    "lots",
    "mistakes",
    "offers",
    "organizations",
    "past",
    "rights",
    "search",
    "sites",
    "suggesting",
    "writing",
]
