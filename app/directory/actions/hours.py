"""The verb that says when a site, or an offer, is open."""

from models.offer import Offer
from models.organization import Site


def set_hours(row: Offer | Site, text: str | None) -> None:
    """Hours in the OpenStreetMap syntax; None when nobody knows, or when those of the site hold."""
    row.opening_hours = text
