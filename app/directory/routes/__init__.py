"""The pages of the directory."""

from app.directory.routes import (
    accreditations,
    audiences,
    confirming,
    editing,
    listing,
    lots,
    offers,
    organizations,
    search,
    sites,
    writing,
)
from app.directory.routes.base import blueprint

__all__ = [
    "accreditations",
    "audiences",
    "blueprint",
    "confirming",
    "editing",
    "listing",
    "lots",
    "offers",
    "organizations",
    "search",
    "sites",
    "writing",
]
