"""Where each line of a batch already is in the directory: by its source's own identifier."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from models.codes.organization import Source
from models.import_memory import ImportLink
from models.organization import Organization, Site

Key = tuple[Source, str]


@dataclass(slots=True)
class Anchor:
    """The records a source's identifier stands for, and what the source last said of them."""

    organization_id: int
    site_id: int | None
    said: dict[str, Any] = field(default_factory=dict)
    # The source's name of each offer, and ours.
    offers: dict[str, int] = field(default_factory=dict)


def anchors(session: Session, keys: Collection[Key], origin: str) -> dict[Key, Anchor]:
    """Those known by a former import, else by the source kept on the organization itself."""
    found = {
        (link.source, link.external_id): Anchor(
            link.organization_id, link.site_id, link.said, link.offers
        )
        for link in session.execute(_links(keys, origin))
    }
    left = [key for key in keys if key not in found]
    named = {(source, source_id(source, name, origin)): (source, name) for source, name in left}
    for row in session.execute(_organizations(named)) if named else ():
        found[named[row.source, row.source_id]] = Anchor(row.id, row.site_id)
    return found


def source_id(source: Source, external_id: str, origin: str) -> str:
    """What an organization keeps of it: the identifiers of a free spreadsheet are its own."""
    return f"{origin}:{external_id}" if source is Source.SPREADSHEET else external_id


def _links(
    keys: Iterable[Key], origin: str
) -> sa.Select[Source, str, int, int | None, dict[str, Any], dict[str, Any]]:
    return sa.select(
        ImportLink.source,
        ImportLink.external_id,
        ImportLink.organization_id,
        ImportLink.site_id,
        ImportLink.said,
        ImportLink.offers,
    ).where(
        ImportLink.origin == origin,
        ImportLink.source.in_({source for source, _ in keys}),
        ImportLink.external_id.in_({name for _, name in keys}),
    )


def _organizations(named: Iterable[Key]) -> sa.Select[Any]:
    """Organizations that came from there before links were kept, with their oldest site."""
    return (
        sa.select(
            Organization.id,
            Organization.source,
            Organization.source_id,
            sa.select(sa.func.min(Site.id))
            .where(Site.organization_id == Organization.id)
            .scalar_subquery()
            .label("site_id"),
        )
        .where(Organization.source.in_({source for source, _ in named}))
        .where(Organization.source_id.in_({name for _, name in named}))
    )
