"""How tests report a mistake, and find it."""

import sqlalchemy as sa

from models.history import Mistake

SAID = {"about": "PHONE", "text": "Le numéro ne répond plus."}


def report(browse_as, account, offer, level="offres", **said):
    key = {"offres": offer.id, "sites": offer.site_id, "structures": offer.site.organization_id}
    return browse_as(account).post(
        "directory.create_mistake", SAID | said, level=level, record_id=key[level]
    )


def only(session) -> Mistake:
    found: Mistake = session.scalars(sa.select(Mistake)).one()
    return found
