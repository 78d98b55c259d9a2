"""How long a word about an offer holds: fresh, due, stale, by family (domain §5 "Freshness")."""

from flask import Flask

from app.filters import short_day
from models.base import now
from models.codes.freshness import FRESH_DAYS, OTHER_FRESH_DAYS
from models.offer import Offer


def level(offer: Offer) -> str:
    """`fresh`, `due`, `stale`, or `unknown` when nobody ever confirmed the offer."""
    if offer.verified_at is None:
        return "unknown"
    due, stale = FRESH_DAYS.get(offer.family, OTHER_FRESH_DAYS)
    age = (now() - offer.verified_at).days
    if age > stale:
        return "stale"
    return "due" if age > due else "fresh"


def confirmed(offer: Offer) -> str:
    """« confirmé le 3 mars par le partenaire, en ligne »."""
    if offer.verified_at is None:
        return "jamais confirmé"
    channel = f" {offer.verified_channel.label}" if offer.verified_channel else ""
    return f"confirmé le {short_day(offer.verified_at)}{channel}"


def init_app(app: Flask) -> None:
    """Give templates the two filters."""
    app.jinja_env.filters["freshness_level"] = level
    app.jinja_env.filters["confirmed"] = confirmed
