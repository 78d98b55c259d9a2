"""What somebody says of a doubtful line: another record, that very one, or nothing."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.imports.anchors import Anchor
from app.imports.following import followers
from app.imports.knowing import known
from app.imports.rules import compare
from models.codes.imports import Decision
from models.imports import ImportRow
from models.offer import Offer


def decide(session: Session, row: ImportRow, decision: Decision, rank: int | None) -> None:
    """Keep it, for the other offers of that partner too."""
    twin = row.twins[rank] if decision is Decision.SAME and rank is not None else None
    for one in (row, *followers(session, row)):
        one.decision, one.changes, one.kept = decision, [], []
        one.organization_id = one.site_id = None
        if twin:
            _adopt(session, one, twin)


def _adopt(session: Session, row: ImportRow, twin: Mapping[str, Any]) -> None:
    """It is this very record: tell what would change there."""
    anchor = Anchor(twin["organization_id"], twin["site_id"])
    anchor.offers = adopted(session, row.said, twin["site_id"])
    held = known(session, {row.n: anchor})[row.n]
    result = compare(row.said, held, {})
    row.changes = [change.as_facts() for change in result.changes]
    row.done = {"adopted": anchor.offers}
    row.organization_id, row.site_id = anchor.organization_id, anchor.site_id


def adopted(session: Session, said: Mapping[str, Any], site_id: int) -> dict[str, int]:
    """The offers of that site that are those of the line: the only ones of their kind there."""
    offers = session.scalars(sa.select(Offer).where(Offer.site_id == site_id)).unique().all()
    found: dict[str, int] = {}
    for key, told in said.get("offers", {}).items():
        alike = [one.id for one in offers if _kind(one) == (told["family"], told["type"])]
        if len(alike) == 1 and alike[0] not in found.values():
            found[key] = alike[0]
    return found


def _kind(offer: Offer) -> tuple[str, str]:
    return offer.family.value, offer.type_code
