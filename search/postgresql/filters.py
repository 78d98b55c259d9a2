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
from search.engine import Audience, Reach, SearchRequest
from search.postgresql.zones import taking

Clause = sa.ColumnElement[bool]


def where(request: SearchRequest) -> Iterator[Clause]:
    """The part of France asked about, and from where its offers answer.

    Around a place, some are hardly out of the radius: `ground.within` says which.
    """
    if request.reach is Reach.NEAR:
        yield from _here(request)
        return
    covering = [] if request.reach is Reach.REMOTE else [sa.and_(*_covering(request))]
    remote = [] if request.reach is Reach.COVERING else [OfferSearch.is_remote]
    yield sa.or_(*remote, *covering)


def _covering(request: SearchRequest) -> Iterator[Clause]:
    """Takes the people of the commune, wherever it is."""
    yield ~OfferSearch.is_remote
    yield taking(request.commune_code or "")


def _here(request: SearchRequest) -> Iterator[Clause]:
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
