"""Each filter of a request as a condition on the search table; a request ANDs them all."""

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from geoalchemy2 import Geography
from sqlalchemy.dialects.postgresql import ARRAY, DATERANGE, Range, array

from models.capacity import LIVE_STATES, PlaceClaim, PlaceLot
from models.codes.claims import LotState
from models.codes.offer import Gender, Household
from models.search import OfferSearch
from search.engine import RADIUS_MAX_KM, Audience, Place, SearchRequest, Window

Clause = sa.ColumnElement[bool]


def ground(place: Place) -> sa.ColumnElement[Any]:
    """A place as a point on earth; longitude first."""
    point = sa.func.ST_SetSRID(sa.func.ST_MakePoint(place.lon, place.lat), 4326)
    return sa.cast(point, Geography)


def away(place: Place) -> sa.ColumnElement[Any]:
    """Metres on a sphere, which the index orders by."""
    return OfferSearch.point.op("<->", return_type=sa.Float)(ground(place))


def metres(place: Place, point: Any = OfferSearch.point) -> sa.ColumnElement[Any]:
    """Whole metres from the place, on the spheroid: what is shown."""
    return sa.cast(sa.func.round(sa.func.ST_Distance(point, ground(place))), sa.Integer)


def radius_m(request: SearchRequest) -> float:
    """How far to look, in metres."""
    return min(max(request.radius_km, 0.0), RADIUS_MAX_KM) * 1000


def near(request: SearchRequest) -> Iterator[Clause]:
    """Received within the radius; what is done at a distance is a list of its own."""
    if request.place is not None:
        here = ground(request.place)
        yield sa.func.ST_DWithin(OfferSearch.point, here, radius_m(request))
        yield ~OfferSearch.is_remote


def kinds(request: SearchRequest, found: Any = OfferSearch.__table__) -> Iterator[Clause]:
    """The families and types asked for; counts by family do not follow these."""
    if request.families:
        yield found.c.family.in_(sorted(request.families))
    if request.type_codes:
        yield found.c.type_code.in_(sorted(request.type_codes))


def others(request: SearchRequest) -> Iterator[Clause]:
    """Every other filter but the words and the radius."""
    if request.department_code:
        yield OfferSearch.department_code == request.department_code
    if welcome := tokens(request.audience):
        yield OfferSearch.audiences.bool_op("@>")(texts(welcome))
    if request.days:
        yield said_or_silent(OfferSearch.days, sorted(request.days))
    if request.bands:
        yield said_or_silent(OfferSearch.bands, sorted(request.bands))
    if request.admissions:
        yield OfferSearch.admission.in_(sorted(request.admissions))
    yield from of_the_moment(request)


def of_the_moment(request: SearchRequest) -> Iterator[Clause]:
    """What the calendar changes without anybody writing."""
    if not request.with_siao:
        yield ~OfferSearch.is_siao_only
    if request.is_fresh:
        yield OfferSearch.fresh_until >= sa.func.now()
    if request.free_in is not None:
        yield has_free_lot(request.free_in, request.audience)


def tokens(audience: Audience) -> list[str]:
    """Whom the offer must not have refused."""
    gender = None if audience.gender in (None, Gender.ANY) else audience.gender
    asked = {
        "MINOR": audience.is_minor,
        "ANIMAL": audience.with_animal,
        "PMR": audience.needs_pmr,
        "TAG": audience.wears_tag,
    }
    found = [token for token, is_asked in asked.items() if is_asked]
    if audience.with_children:
        return [*found, f"{gender}_WITH_CHILDREN" if gender else "CHILDREN"]
    return [*found, gender.value] if gender else found


def said_or_silent(column: Any, codes: list[Any]) -> Clause:
    """One of the codes, or nothing said at all."""
    return sa.or_(column.bool_op("&&")(texts(codes)), sa.func.cardinality(column) == 0)


def has_free_lot(window: Window, audience: Audience) -> Clause:
    """A unit for them stays free all through the window: open − peak of live claims (design §3)."""
    days = sa.func.datemultirange(
        sa.literal(Range(window.first, window.last, bounds="[]"), DATERANGE)
    )
    held = sa.func.directory.claim_days(PlaceClaim.state, PlaceClaim.during, PlaceClaim.expires_at)
    touching = sa.select(sa.func.count()).where(
        PlaceClaim.lot_id == PlaceLot.id,
        PlaceClaim.state.in_(LIVE_STATES),
        held.bool_op("&&")(days),
    )
    # The peak lies between one and the claims that touch the window; it is seldom worked out.
    is_free = sa.case(
        (touching.scalar_subquery() < PlaceLot.open, True),
        (PlaceLot.open == 1, False),
        else_=sa.func.directory.peak_claims(PlaceLot.id, days) < PlaceLot.open,
    )
    lots = sa.select(PlaceLot.id).where(
        PlaceLot.offer_id == OfferSearch.offer_id,
        PlaceLot.open > 0,
        PlaceLot.state != LotState.WAITING_LIST,
        *suits(audience),
    )
    return lots.where(is_free).exists()


def suits(audience: Audience) -> Iterator[Clause]:
    """A lot for somebody else is not free for them."""
    if audience.gender not in (None, Gender.ANY):
        yield PlaceLot.gender.in_([Gender.ANY, audience.gender])
    if audience.with_children:
        families = [Household.SINGLE_WITH_CHILDREN, Household.COUPLE_WITH_CHILDREN]
        yield said_or_silent(sa.type_coerce(PlaceLot.households, ARRAY(sa.Text)), families)


def texts(codes: list[Any]) -> sa.ColumnElement[Any]:
    """Codes as the text[] the table stores."""
    return sa.cast(array([str(code) for code in codes]), ARRAY(sa.Text))
