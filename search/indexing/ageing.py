"""When a confirmation is no longer fresh, then too old, by family or as the offer says."""

import sqlalchemy as sa

from models.codes.freshness import FRESH_DAYS, OTHER_FRESH_DAYS
from search.indexing.audiences import Clause, text
from search.indexing.tables import offer


def aged(limit: int) -> Clause:
    """When the last confirmation stops being fresh, then when it is too old (domain §5)."""
    usual = sa.case(
        {family.value: limits[limit] for family, limits in FRESH_DAYS.items()},
        value=text(offer.c.family),
        else_=OTHER_FRESH_DAYS[limit],
    )
    own = offer.c.confirm_days if limit == 0 else sa.func.greatest(offer.c.confirm_days, usual)
    days = sa.cast(sa.func.coalesce(own, usual), sa.Integer)
    return offer.c.verified_at + sa.func.make_interval(0, 0, 0, days)
