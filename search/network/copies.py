"""The copies of offers, written from the directory as it now is and from what was counted free."""

from functools import cache
from typing import Any

import sqlalchemy as sa
from geoalchemy2 import Geometry
from sqlalchemy.dialects.postgresql import ARRAY, insert

from models.codes.network import Sign
from models.codes.offer import Family, Publication
from models.codes.organization import PUBLIC_FORMS
from models.codes.tig import ListingStatus
from models.network import OfferState
from search.indexing.audiences import Clause, text, tokens
from search.indexing.documents import bands, days
from search.indexing.tables import (
    commune,
    department,
    joined,
    offer,
    organization,
    site,
    table,
    tig,
    type_code,
)
from search.network import calendar, grid

STATE = table(OfferState)
SHOWN = (Publication.PUBLISHED.value, Publication.SUSPENDED.value)
# A word too old puts these in doubt; it adds nothing to the others.
DOUBTFUL = (Sign.FREE.value, Sign.LAST.value, Sign.FULL.value)
WORLD: Clause = sa.literal_column(str(grid.WORLD_M))
SQUARES: Clause = sa.literal_column(str(2**grid.FINEST))
COUNTED: dict[str, type[Any]] = {
    "offer_id": sa.BigInteger,
    "sign": sa.Text,
    "free": sa.Integer,
    "places": sa.Integer,
    "open": sa.Integer,
    "held": sa.Integer,
    "placements": sa.Integer,
}
# Where a copy counts: its square of the map, its commune and its family.
WHERE = (STATE.c.cell_x, STATE.c.cell_y, STATE.c.insee_code, STATE.c.family)


@cache
def write() -> Any:
    """Write the copies of the offers counted, given as one list per column of `COUNTED`."""
    said = _counted()
    columns = _columns(said)
    rows = (
        sa.select(*columns.values())
        .select_from(joined().join(said, said.c.offer_id == offer.c.id))
        # The ids are said twice: so many tables are joined as written, and these come first.
        .where(offer.c.id == sa.any_(_list("offer_id")), text(offer.c.publication).in_(SHOWN))
    )
    statement = insert(STATE).from_select(list(columns), rows)
    changed = {name: statement.excluded[name] for name in columns if name != "offer_id"}
    return statement.on_conflict_do_update(index_elements=["offer_id"], set_=changed).returning(
        *WHERE
    )


def _counted() -> Any:
    lists = [_list(name) for name in COUNTED]
    names: list[Any] = [sa.column(name, kind) for name, kind in COUNTED.items()]
    return sa.func.unnest(*lists).table_valued(*names, name="said").render_derived()


def _list(name: str) -> Any:
    return sa.bindparam(name, type_=ARRAY(COUNTED[name]))


def _columns(said: Any) -> dict[str, Any]:
    spot = sa.func.ST_Transform(sa.cast(site.c.public_point, Geometry), 3857)
    return (
        {"offer_id": offer.c.id, "family": offer.c.family, "type_code": type_code}
        | _names()
        | _where()
        | {"point": site.c.public_point, "spot": spot}
        | {"cell_x": _square(sa.func.ST_X(spot)), "cell_y": _square(-sa.func.ST_Y(spot))}
        | {"sign": _sign(said)}
        | {name: said.c[name] for name in ("free", "places", "open", "held", "placements")}
        | {"audiences": tokens(), "days": days(), "bands": bands()}
        | calendar.dates()
        | {"needs_accreditation": needs_accreditation(), "refreshed_at": sa.func.now()}
    )


def _names() -> dict[str, Any]:
    """What it is called, and the keys a table is sorted by."""
    folded = sa.func.directory.folded
    return {
        "title": offer.c.title,
        "title_key": folded(offer.c.title),
        "organization_key": folded(organization.c.legal_name),
        "commune_key": folded(commune.c.name),
    }


def _where() -> dict[str, Any]:
    return {
        "site_id": offer.c.site_id,
        "organization_id": site.c.organization_id,
        "insee_code": site.c.insee_code,
        "epci_siren": commune.c.epci_siren,
        "department_code": site.c.department_code,
        "region_code": sa.func.coalesce(department.c.region_code, ""),
    }


def _square(metres: Clause) -> Clause:
    """The finest square, counted from the west or from the north; see `grid.cell`."""
    return sa.cast(sa.func.floor((metres + WORLD / 2) / (WORLD / SQUARES)), sa.Integer)


def _sign(said: Any) -> Clause:
    is_suspended = sa.or_(
        text(offer.c.publication) == Publication.SUSPENDED.value,
        text(tig.c.listing_status) == ListingStatus.SUSPENDED.value,
    )
    stale_at = calendar.stale_at()
    is_stale = sa.or_(stale_at.is_(None), stale_at <= sa.func.now())
    return sa.case(
        (is_suspended, Sign.SUSPENDED.value),
        (said.c.sign.in_(DOUBTFUL) & is_stale, Sign.STALE.value),
        else_=said.c.sign,
    )


def needs_accreditation() -> Clause:
    """RULE-TIG-13: a private host of a TIG post; a public body lists its posts alone."""
    public = sorted(form.value for form in PUBLIC_FORMS)
    return sa.and_(
        text(offer.c.family) == Family.TIG.value, text(organization.c.legal_form).not_in(public)
    )
