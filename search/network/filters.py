"""What a coordinator asks of the network, as conditions on its copy `offer_state`."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import sqlalchemy as sa

from models.base import today
from models.codes.network import Accredited, Freshness, Sign
from models.codes.offer import Band, Family, Weekday
from models.network import OfferState
from models.reference import Commune
from search.engine import Audience
from search.network.territory import Level, Territory
from search.postgresql.filters import said_or_silent, texts, tokens

Clause = sa.ColumnElement[bool]
ENDING_DAYS = 183
FRANCE = Territory()
EVERYONE = Audience()
COLUMNS = {
    Level.REGION: OfferState.region_code,
    Level.DEPARTMENT: OfferState.department_code,
    Level.EPCI: OfferState.epci_siren,
}


@dataclass(frozen=True)
class Box:
    """A rectangle of longitudes and latitudes; west may be past east, across the antimeridian."""

    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True, kw_only=True)
class NetworkFilter:
    """Filters all narrow (AND); several values of one filter widen it (OR). Empty means any."""

    territory: Territory = FRANCE
    families: frozenset[Family] = frozenset()
    type_codes: frozenset[str] = frozenset()
    audience: Audience = EVERYONE
    days: frozenset[Weekday] = frozenset()
    bands: frozenset[Band] = frozenset()
    signs: frozenset[Sign] = frozenset()
    freshness: frozenset[Freshness] = frozenset()
    accredited: frozenset[Accredited] = frozenset()
    box: Box | None = None

    @property
    def is_by_family_alone(self) -> bool:
        """Whether stored counts by family are enough to answer, wherever the territory is."""
        whole = NetworkFilter(territory=self.territory, families=self.families, box=self.box)
        return self == whole

    def by_family_alone(self) -> "NetworkFilter":
        """What is left of the filter on a map seen from afar."""
        return NetworkFilter(territory=self.territory, families=self.families, box=self.box)

    def anywhere(self) -> "NetworkFilter":
        """The same without its territory, as a map asks."""
        return replace(self, territory=FRANCE, box=None)


def conditions(asked: NetworkFilter, *, with_over: bool) -> Iterator[Clause]:
    """Every filter as a condition; `with_over` for those who are told that a place is over."""
    yield from _where(asked)
    if welcome := tokens(asked.audience):
        yield OfferState.audiences.bool_op("@>")(texts(welcome))
    for column, codes in _among(asked, with_over=with_over):
        if codes:
            yield column.in_(sorted(codes))
    for column, codes in ((OfferState.days, asked.days), (OfferState.bands, asked.bands)):
        if codes:
            yield said_or_silent(column, sorted(codes))


def _where(asked: NetworkFilter) -> Iterator[Clause]:
    if asked.territory.level is Level.COMMUNE:
        whole = sa.select(Commune.insee_code).where(is_commune(asked.territory.code))
        yield OfferState.insee_code.in_(whole)
    elif asked.territory.level is not Level.FRANCE:
        yield COLUMNS[asked.territory.level] == asked.territory.code
    if asked.box is not None:
        yield inside(asked.box)


def is_commune(code: str) -> Clause:
    """A commune of `reference`, and for Paris, Lyon and Marseille each arrondissement too."""
    return sa.or_(Commune.insee_code == code, Commune.parent_code == code)


def _among(asked: NetworkFilter, *, with_over: bool) -> Iterator[tuple[Any, frozenset[Any]]]:
    yield OfferState.family, asked.families
    yield OfferState.type_code, asked.type_codes
    yield sign(with_over=with_over), asked.signs
    yield freshness(), asked.freshness
    yield accredited(), asked.accredited


def sign(*, with_over: bool) -> sa.ColumnElement[Any]:
    """The sign this reader is shown: being over capacity is told to the SPIP alone."""
    stored = sa.type_coerce(OfferState.sign, sa.Text)
    if with_over:
        return stored
    return sa.case((stored == Sign.OVER.value, Sign.FULL.value), else_=stored)


def freshness() -> sa.ColumnElement[Any]:
    """How old the last confirmation is now."""
    return sa.case(
        (OfferState.verified_at.is_(None), Freshness.NEVER.value),
        (OfferState.stale_at <= sa.func.now(), Freshness.STALE.value),
        (OfferState.due_at <= sa.func.now(), Freshness.DUE.value),
        else_=Freshness.FRESH.value,
    )


def accredited() -> sa.ColumnElement[Any]:
    """Where the host's accreditation stands today (RULE-TIG-14)."""
    until = OfferState.accredited_until
    return sa.case(
        (~OfferState.needs_accreditation, Accredited.NOT_NEEDED.value),
        (sa.or_(until.is_(None), until < today()), Accredited.MISSING.value),
        (until < sa.cast(today(), sa.Date) + ENDING_DAYS, Accredited.ENDING.value),
        else_=Accredited.GRANTED.value,
    )


def inside(box: Box) -> Clause:
    """Within the rectangle, whose two halves meet on the antimeridian when west is past east."""
    halves = [(box.west, box.east)]
    if box.west > box.east:
        halves = [(box.west, 180.0), (-180.0, box.east)]
    return sa.or_(*(_covers(west, box.south, east, box.north) for west, east in halves))


def _covers(west: float, south: float, east: float, north: float) -> Clause:
    """Compared on the map: a geography's box would be that of the globe."""
    low, high = max(south, -85.0), min(north, 85.0)
    drawn = sa.func.ST_Transform(sa.func.ST_MakeEnvelope(west, low, east, high, 4326), 3857)
    return OfferState.spot.bool_op("&&")(drawn)
