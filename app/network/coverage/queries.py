"""Reads how far each commune of a territory is from the nearest open offer of a kind."""

import math
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session, aliased

from app.network.coverage.cover import Place
from app.network.coverage.kinds import OFFER, Kind
from app.network.coverage.zones import Zoned, named, takes
from app.network.territories import bounds, communes_of
from models.codes.commune import CommuneKind
from models.codes.network import Sign
from models.network import OfferState
from models.reference import Commune
from models.search import OfferSearch
from search.network.filters import Box, inside
from search.network.territory import Territory

# Up to so many offers, each is measured; with more, an index is walked outwards from the commune.
FEW = 300
# How far the nearest offer is looked for, at least.
LOOKED_KM = 100.0
KM_A_DEGREE = 111.0


def places(
    session: Session, territory: Territory, kind: Kind, *, within_km: float = LOOKED_KM
) -> list[Place]:
    """Every commune of the territory, its arrondissements within it.

    The nearest offer is exact up to `within_km`, or a hundred; further away, there is none.
    """
    looked_km = max(within_km, LOOKED_KM)
    around = _box(session, territory, looked_km)
    near = _nearest(kind, around, is_rare=_is_rare(session, kind, around))
    metres = sa.case((near.c.metres <= looked_km * 1000, near.c.metres))
    query = (
        sa.select(
            Commune.insee_code,
            Commune.name,
            sa.func.coalesce(Commune.population, 0),
            metres / 1000,
            _is_served_from_afar(kind),
        )
        .select_from(sa.join(named(), near, sa.true(), isouter=True))
        .where(Commune.kind == CommuneKind.COMMUNE, *communes_of(territory))
        .order_by(Commune.insee_code)
    )
    return [Place(*row) for row in session.execute(query)]


def _box(session: Session, territory: Territory, km: float) -> Box:
    """The rectangle that holds every offer within so many kilometres of the territory."""
    west, south, east, north = bounds(session, territory)
    north_km = km / KM_A_DEGREE
    east_km = north_km / math.cos(math.radians(min(max(abs(south), abs(north)), 80)))
    return Box(west - east_km, south - north_km, east + east_km, north + north_km)


def _is_rare(session: Session, kind: Kind, around: Box) -> bool:
    wanted = sa.select(OfferState.offer_id).where(*kind.of(OfferState), inside(around))
    some = wanted.limit(FEW + 1).subquery()
    return (session.scalar(sa.select(sa.func.count()).select_from(some)) or 0) <= FEW


def _open(kind: Kind, state: Any) -> sa.Select[Any]:
    """Offers one goes to, with their points and the zones they are kept for."""
    columns = (state.point, state.insee_code, OFFER.c.zone_eligibility.label("zones"))
    return (
        sa.select(*columns)
        .select_from(sa.join(state, OFFER, OFFER.c.id == state.offer_id))
        .where(*kind.of(state), state.sign != Sign.SUSPENDED)
        .where(state.point.is_not(None), ~OFFER.c.is_remote)
    )


def _nearest(kind: Kind, around: Box, *, is_rare: bool) -> Any:
    """The metres to the nearest offer that takes people of the commune.

    A few offers are read once and each is measured; with more, their index is walked outwards.
    """
    if is_rare:
        few = _open(kind, OfferState).where(inside(around)).cte("few").prefix_with("MATERIALIZED")
        away = sa.func.ST_Distance(few.c.point, Commune.point)
        taking = sa.select(sa.func.min(away).label("metres")).where(takes(few.c))
        return taking.lateral("near")
    state = aliased(OfferState)
    away = sa.func.ST_Distance(state.point, Commune.point)
    taken = takes(Zoned(OFFER.c.zone_eligibility, state.insee_code))
    outwards = _open(kind, state).where(taken).order_by(state.point.op("<->")(Commune.point))
    metres = outwards.with_only_columns(away.label("metres"), maintain_column_froms=True)
    return metres.limit(1).lateral("near")


def _is_served_from_afar(kind: Kind) -> Any:
    """An offer at a distance serves everybody, or the people of its zone."""
    rows = sa.join(OfferSearch, OFFER, OFFER.c.id == OfferSearch.offer_id)
    rows = rows.join(OfferState, OfferState.offer_id == OfferSearch.offer_id)
    afar = (
        sa.select(OFFER.c.zone_eligibility.label("zones"), OfferSearch.insee_code)
        .select_from(rows)
        .where(OfferSearch.is_remote, *kind.of(OfferSearch), OfferState.sign != Sign.SUSPENDED)
        .cte("afar")
        .prefix_with("MATERIALIZED")
    )
    return sa.select(afar.c.insee_code).where(takes(afar.c)).exists()
