"""Offers as Meilisearch keeps them: one document each, of what anyone may search."""

from collections.abc import Collection, Iterator
from typing import Any

import sqlalchemy as sa
from geoalchemy2 import Geometry
from sqlalchemy.orm import Session

from search.indexing.documents import published
from search.meilisearch.settings import written

Document = dict[str, Any]
BATCH = 1_000


def of(session: Session, offer_ids: Collection[int]) -> list[Document]:
    """The documents of those of these offers that are published."""
    rows = _rows()
    return _read(session, rows.where(rows.selected_columns.offer_id.in_(offer_ids)))


def batches(session: Session) -> Iterator[list[Document]]:
    """Every published offer, in the order of ids."""
    last = 0
    rows = _rows()
    offer_id = rows.selected_columns.offer_id
    while some := _read(session, rows.where(offer_id > last).order_by(offer_id).limit(BATCH)):
        yield some
        last = some[-1]["id"]


def _rows() -> sa.Select[Any]:
    row = published().subquery("row")
    point = sa.cast(row.c.point, Geometry)
    return sa.select(
        row.c.offer_id,
        row.c.department_code,
        row.c.is_remote,
        (sa.func.cardinality(row.c.zones) > 0).label("has_zones"),
        row.c.names,
        sa.func.directory.folded(row.c.said).label("said"),
        sa.func.ST_X(point).label("lon"),
        sa.func.ST_Y(point).label("lat"),
    )


def _read(session: Session, rows: sa.Select[Any]) -> list[Document]:
    return [_document(row) for row in session.execute(rows)]


def _document(row: sa.Row[Any]) -> Document:
    return {
        "id": row.offer_id,
        "department_code": row.department_code,
        "is_remote": row.is_remote,
        "has_zones": row.has_zones,
        "names": written(row.names.split()),
        "said": written(row.said.split()),
        "_geo": None if row.lon is None else {"lat": row.lat, "lng": row.lon},
    }
