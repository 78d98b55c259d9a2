"""The pages of the directory."""

from app.directory.routes import (
    accreditations,
    audiences,
    confirming,
    contacts,
    editing,
    listing,
    lots,
    offers,
    organizations,
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
    "listing",
    "lots",
    "offers",
    "organizations",
    "rights",
    "search",
    "sites",
    "suggesting",
    "writing",
]
