"""How long a word about a record holds: fresh, due, stale, by family (domain §5 "Freshness")."""

from flask import Flask

from app.filters import short_day
from models.base import now
from models.codes.freshness import FRESH_DAYS, OTHER_FRESH_DAYS
from models.offer import Offer
from models.organization import Verified


def level(record: Verified) -> str:
    """`fresh`, `due`, `stale`, or `unknown` when nobody ever confirmed the record."""
    if record.verified_at is None:
        return "unknown"
    due, stale = limits(record)
    age = (now() - record.verified_at).days
    if age > stale:
        return "stale"
    return "due" if age > due else "fresh"


def limits(record: Verified) -> tuple[int, int]:
    """Days after which a new word is advised, then required.

    By family for an offer, unless it says its own; as contact data for a site or an organization.
    """
    if not isinstance(record, Offer):
        return OTHER_FRESH_DAYS
    due, stale = FRESH_DAYS.get(record.family, OTHER_FRESH_DAYS)
    if record.confirm_days is None:
        return due, stale
    return record.confirm_days, max(stale, record.confirm_days)


def confirmed(record: Verified) -> str:
    """« confirmé le 3 mars par le partenaire, en ligne »."""
    if record.verified_at is None:
        return "jamais confirmé"
    channel = f" {record.verified_channel.label}" if record.verified_channel else ""
    return f"confirmé le {short_day(record.verified_at)}{channel}"


def init_app(app: Flask) -> None:
    """Give templates the two filters."""
    app.jinja_env.filters["freshness_level"] = level
    app.jinja_env.filters["confirmed"] = confirmed
