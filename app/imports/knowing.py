"""What the directory holds of the partners of a batch, under the same names as what lines say."""

from collections.abc import Collection, Mapping
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.imports.anchors import Anchor
from app.imports.saying import OFFER, ORGANIZATION, OWN, Facts
from models.organization import Organization, Site
from search.indexing import tables

Key = TypeVar("Key")
DEGREES = 6
SITE = (
    *("name", "insee_code", "department_code", "postal_code", "address", "precision"),
    *("opening_hours", "phone", "email", "pmr_access", "is_confidential", "organization_id"),
)
AUDIENCE = ("gender", "age_min", "age_max")
OF_OFFER = (
    *(name for name in OFFER if name not in (*AUDIENCE, "places")),
    *("family", "cost", "is_remote", "opening_hours", "site_id"),
)


def known(session: Session, anchors: Mapping[Key, Anchor]) -> dict[Key, Facts]:
    """For each anchor: its organization, its sites and those of its offers that still exist."""
    everyone = anchors.values()
    offers = _by_id(session, _offers(), [one for a in everyone for one in a.offers.values()])
    wanted = {a.site_id for a in everyone if a.site_id}
    wanted |= {offer["site_id"] for offer in offers.values()}
    sites = {key: _located(row) for key, row in _by_id(session, _sites(), wanted).items()}
    owners = _by_id(session, _organizations(), {a.organization_id for a in everyone})
    return {key: _of(anchor, owners, sites, offers) for key, anchor in anchors.items()}


def _of(
    anchor: Anchor,
    owners: Mapping[int, Facts],
    sites: Mapping[int, Facts],
    offers: Mapping[int, Facts],
) -> Facts:
    held = {key: offers[one] for key, one in anchor.offers.items() if one in offers}
    own = sites.get(anchor.site_id or 0)
    located = {OWN: own} if own else {}
    for key, offer in held.items():
        if offer["site_id"] != anchor.site_id:
            located[key] = sites[offer["site_id"]]
    told: Facts = {"sites": located, "offers": held}
    if anchor.organization_id in owners:
        told["organization"] = owners[anchor.organization_id]
    return told


def _by_id(
    session: Session, query: sa.Select[Any], ids: Collection[int | None]
) -> dict[int, Facts]:
    """The rows of these ids, without what is empty."""
    if not ids:
        return {}
    rows = session.execute(query, {"ids": sorted(one for one in ids if one)}).mappings()
    return {
        row["id"]: {name: value for name, value in row.items() if value not in (None, [], "")}
        for row in rows
    }


def _located(row: Facts) -> Facts:
    """With its point as one value, as lines say it."""
    rest = {name: value for name, value in row.items() if name not in ("lon", "lat")}
    if "lon" in row:
        rest["point"] = [round(row["lon"], DEGREES), round(row["lat"], DEGREES)]
    return rest


def plain(column: Any) -> Any:
    """A coded column as the text it is stored as."""
    name = column.name if hasattr(column, "name") else None
    is_text = isinstance(column.type, sa.types.TypeDecorator)
    return sa.type_coerce(column, sa.Text).label(name) if is_text else column


def _organizations() -> sa.Select[Any]:
    table = tables.table(Organization)
    columns = [plain(table.c[name]) for name in ("legal_name", *ORGANIZATION)]
    return _these(sa.select(table.c.id, *columns), table.c.id)


def _sites() -> sa.Select[Any]:
    table = tables.table(Site)
    flat = sa.func.geometry(table.c.public_point)
    point = (sa.func.ST_X(flat).label("lon"), sa.func.ST_Y(flat).label("lat"))
    return _these(
        sa.select(table.c.id, *(plain(table.c[name]) for name in SITE), *point), table.c.id
    )


def _offers() -> sa.Select[Any]:
    offer, audience = tables.offer, tables.of_offer
    columns = [plain(offer.c[name]) for name in OF_OFFER]
    columns += [plain(audience.c[name]) for name in AUDIENCE]
    kinds = sa.outerjoin(offer, audience, audience.c.offer_id == offer.c.id)
    for kind in tables.KINDS:
        kinds = kinds.outerjoin(kind, kind.c.id == offer.c.id)
    query = sa.select(offer.c.id, tables.type_code.label("type"), *columns)
    return _these(query.select_from(kinds), offer.c.id)


def _these(query: sa.Select[Any], key: sa.ColumnElement[int]) -> sa.Select[Any]:
    ids: Any = sa.bindparam("ids", type_=sa.ARRAY(sa.BigInteger))
    return query.where(key == sa.any_(ids))
