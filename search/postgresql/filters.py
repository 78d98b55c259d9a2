"""Where a search looks, as conditions on the search table; what else narrows it is sifted after."""

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from geoalchemy2 import Geography
from sqlalchemy.dialects.postgresql import ARRAY, array

from models.codes.offer import Gender
from models.reference import Commune
from models.search import OfferSearch
from search.columns import household
from search.engine import RADIUS_MAX_KM, Audience, Place, Reach, SearchRequest
from search.postgresql.zones import taking

Clause = sa.ColumnElement[bool]
# A distance on the sphere and the same on the spheroid differ by less.
FLATTENED = 0.006


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


def radius_km(request: SearchRequest) -> float:
    """How far to look."""
    return min(max(request.radius_km, 0.0), RADIUS_MAX_KM)


def where(request: SearchRequest) -> Iterator[Clause]:
    """The part of France asked about, and from where its offers answer."""
    if request.reach is Reach.NEAR:
        yield from _around(request)
        return
    covering = [] if request.reach is Reach.REMOTE else [sa.and_(*_covering(request))]
    remote = [] if request.reach is Reach.COVERING else [OfferSearch.is_remote]
    yield from_afar()
    yield sa.or_(*remote, *covering)


def from_afar() -> Clause:
    """Answers from elsewhere; said as the index of their words has it."""
    return sa.or_(OfferSearch.is_remote, sa.func.cardinality(OfferSearch.zones) > sa.text("0"))


def _covering(request: SearchRequest) -> Iterator[Clause]:
    """Takes the people of the commune, and is not within the radius."""
    yield ~OfferSearch.is_remote
    yield taking(request.commune_code or "")
    yield ~sa.func.coalesce(_within(request), sa.false())


def _around(request: SearchRequest) -> Iterator[Clause]:
    if request.place is not None:
        yield _within(request)
    if request.is_local:
        # What is done at a distance is a list of its own.
        yield ~OfferSearch.is_remote
    if request.department_code:
        yield OfferSearch.department_code == request.department_code
    if request.epci_siren:
        yield from _grouped(request.epci_siren)
    if request.shape is not None:
        drawn = sa.cast(sa.func.ST_GeomFromText(request.shape, 4326), Geography)
        yield sa.func.ST_Covers(drawn, OfferSearch.point)


def _within(request: SearchRequest) -> Clause:
    """Inside the radius; nothing is, without a place.

    The spheroid, dearer than the sphere, is asked only where the two may differ.
    """
    if request.place is None:
        return sa.false()
    here, metres = ground(request.place), radius_km(request) * 1000
    roughly = sa.func.ST_DWithin(OfferSearch.point, here, metres * (1 + FLATTENED), False)
    surely = away(request.place) < metres * (1 - FLATTENED)
    exactly = sa.func.ST_DWithin(OfferSearch.point, here, metres)
    return sa.and_(roughly, sa.or_(surely, exactly))


def _grouped(siren: str) -> Iterator[Clause]:
    """In a commune of a grouping; their départements are said too, for the index."""
    member = Commune.epci_siren == siren
    for column, code in (
        (OfferSearch.department_code, Commune.department_code),
        (OfferSearch.insee_code, Commune.insee_code),
    ):
        codes = sa.select(code).where(member).distinct().scalar_subquery()
        yield column == sa.any_(sa.func.array(codes))


def tokens(audience: Audience) -> list[str]:
    """Whom the offer must not have refused."""
    asked = {
        "MINOR": audience.is_minor,
        "ANIMAL": audience.with_animal,
        "PMR": audience.needs_pmr,
        "TAG": audience.wears_tag,
        lives_as(audience): bool(lives_as(audience)),
    }
    return [token for token, is_asked in asked.items() if is_asked]


def lives_as(audience: Audience, **changed: Any) -> str:
    """The token of their gender and household, with parts of these changed."""
    said = {
        "gender": audience.gender,
        "is_couple": audience.is_couple,
        "with_children": audience.with_children,
    } | changed
    lives = "_".join(
        name
        for name, is_so in (("COUPLE", said["is_couple"]), ("WITH_CHILDREN", said["with_children"]))
        if is_so
    )
    gender = said["gender"]
    return household("" if gender in (None, Gender.ANY) else str(gender), lives)


def said_or_silent(column: Any, codes: list[Any]) -> Clause:
    """One of the codes, or nothing said at all."""
    return sa.or_(column.bool_op("&&")(texts(codes)), sa.func.cardinality(column) == 0)


def texts(codes: list[Any]) -> sa.ColumnElement[Any]:
    """Codes as the text[] the table stores."""
    return sa.cast(array([str(code) for code in codes]), ARRAY(sa.Text))
