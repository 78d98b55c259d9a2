"""The table of the network: its rows in order, page by key, with what each says in words."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from geoalchemy2 import Geometry
from sqlalchemy.orm import Session

from app.filters import short_day
from app.network.keys import Key
from app.network.kinds import TYPE_LABELS
from app.network.paging import Place, place
from app.network.sorting import Order, sorts
from models.codes.network import Accredited, Sign
from models.codes.offer import Family
from models.network import OfferState
from models.organization import Organization
from models.reference import Commune
from search.network.filters import NetworkFilter, accredited, conditions, sign


@dataclass(frozen=True)
class Row:
    """One offer of the network; never how many of its places are held, nor by whom."""

    offer_id: int
    title: str
    owner: str
    commune: str
    insee_code: str
    department_code: str
    family: Family
    type_code: str
    sign: Sign
    free: int | None
    verified_at: dt.datetime | None
    accredited: Accredited
    accredited_until: dt.date | None
    lon: float | None
    lat: float | None

    @property
    def type_label(self) -> str:
        """The kind of place, in words."""
        return TYPE_LABELS.get(self.type_code, self.type_code)

    @property
    def known_free(self) -> int | None:
        """The number of free places, when one can be said; unknown is not zero."""
        return None if self.sign is Sign.UNKNOWN else self.free

    @property
    def accreditation(self) -> str:
        """Where the host's accreditation stands, and until when."""
        if self.accredited is Accredited.MISSING:
            return "Aucune valable"
        if self.accredited is Accredited.NOT_NEEDED or self.accredited_until is None:
            return self.accredited.label
        return f"Jusqu'au {short_day(self.accredited_until)}"


@dataclass(frozen=True)
class Page:
    """Some rows, and where they stand among the others."""

    rows: list[Row]
    place: Place


def page(
    session: Session, asked: NetworkFilter, order: Order, after: Key | None, *, with_over: bool
) -> Page:
    """One page: ids in order on the copies alone, then what is shown, by key."""
    found = place(session, asked, order, after, with_over=with_over)
    return Page(some(session, found.ids, with_over=with_over), found)


def some(session: Session, ids: list[int], *, with_over: bool) -> list[Row]:
    """These offers in this order; those that left the network meanwhile are left out."""
    told = shown(with_over=with_over).where(OfferState.offer_id.in_(ids))
    rows = {row.offer_id: read(row._mapping) for row in session.execute(told)} if ids else {}
    return [rows[one] for one in ids if one in rows]


def shown(*, with_over: bool) -> sa.Select[Any]:
    """What the table and the exports tell of an offer; a point is the one everybody may see."""
    at = sa.cast(OfferState.point, Geometry)
    return (
        sa.select(
            OfferState.offer_id,
            OfferState.title,
            Organization.legal_name.label("owner"),
            Commune.name.label("commune"),
            OfferState.insee_code,
            OfferState.department_code,
            OfferState.family,
            OfferState.type_code,
            sign(with_over=with_over).label("sign"),
            OfferState.free,
            OfferState.verified_at,
            accredited().label("accredited"),
            OfferState.accredited_until,
            sa.func.ST_X(at).label("lon"),
            sa.func.ST_Y(at).label("lat"),
        )
        .join(Organization, Organization.id == OfferState.organization_id)
        .join(Commune, Commune.insee_code == OfferState.insee_code)
    )


def read(told: Mapping[Any, Any]) -> Row:
    """A row of the database as a row of the table."""
    codes = {"sign": Sign(told["sign"]), "accredited": Accredited(told["accredited"])}
    return Row(**{str(name): value for name, value in told.items()} | codes)


def every(
    session: Session, asked: NetworkFilter, order: Order, *, with_over: bool
) -> Iterator[Row]:
    """All the rows in order, read a thousand at a time by a cursor of the server."""
    sort = sorts(with_over=with_over)[order.name]
    column = sort.column.desc() if order.is_down else sort.column.asc()
    told = shown(with_over=with_over).where(*conditions(asked, with_over=with_over))
    ordered = told.order_by(column.nulls_last(), OfferState.offer_id)
    for row in session.execute(ordered.execution_options(yield_per=1000)):
        yield read(row._mapping)
