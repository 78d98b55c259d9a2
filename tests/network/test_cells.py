"""Squares and days follow the copies, whatever happens to the offers and in whatever order."""

import datetime as dt
from random import Random

import pytest
import sqlalchemy as sa

from app.network.jobs import begin_day, follow_changes
from models.base import now, today
from models.capacity import PlaceLot
from models.codes.claims import ClaimState
from models.codes.offer import Publication
from models.network import NetworkCell, OfferState
from models.network_days import NetworkDay, UnmetSearch
from search.network import cells, days
from search.network.grid import LAST_COUNTED, Tile, cell, spot
from tests.factories import (
    ClaimFactory,
    HousingOfferFactory,
    LotFactory,
    SiteFactory,
    TigPostFactory,
    point,
)

TOWNS = [("69266", 4.88, 45.77), ("01053", 5.22, 46.2), ("42218", 4.39, 45.43)]


def counted(session, model):
    """Every row, its sums of coordinates to the millimetre."""
    rows = session.execute(sa.select(model.__table__))
    return {tuple(round(one, 3) if isinstance(one, float) else one for one in row) for row in rows}


def appear(dice, lots):
    code, lon, lat = dice.choice(TOWNS)
    place = point(lon + dice.random() / 50, lat) if dice.random() < 0.8 else None
    kind = dice.choice([TigPostFactory, HousingOfferFactory])
    site = SiteFactory(insee_code=code, department_code=code[:2], public_point=place)
    lots.append(LotFactory(offer=kind(site=site), places=dice.randint(1, 3)))


def publish(dice, lots):
    lot = dice.choice(lots)
    lot.offer.publication = dice.choice(list(Publication))


def hold(dice, lots):
    lot = dice.choice(lots)
    if not lot.claims:
        lot.claims.append(
            ClaimFactory(lot=lot, state=dice.choice([ClaimState.HELD, ClaimState.TAKEN]))
        )


def move(dice, lots):
    code, lon, lat = dice.choice(TOWNS)
    site = dice.choice(lots).offer.site
    site.insee_code, site.department_code = code, code[:2]
    site.public_point = dice.choice([None, point(lon, lat)])


def grow(dice, lots):
    lot = dice.choice(lots)
    lot.places = lot.open = lot.places + 1


def leave(dice, lots):
    dice.choice(lots).offer.verified_at = None


@pytest.mark.parametrize("seed", range(4))
def test_what_is_kept_step_by_step_is_what_counting_all_again_gives(session, refreshed, seed):
    dice, lots = Random(seed), list[PlaceLot]()
    for _ in range(3):
        appear(dice, lots)
    for _ in range(25):
        dice.choice([appear, publish, hold, move, grow, leave])(dice, lots)
        if dice.random() < 0.6:
            refreshed()
    refreshed()
    kept = counted(session, NetworkCell), counted(session, NetworkDay)

    cells.recount_all(session)
    days.start(session, today())

    assert (counted(session, NetworkCell), counted(session, NetworkDay)) == kept
    assert len(kept[0]) >= LAST_COUNTED


def test_the_job_follows_every_change_and_the_day_begins_whole(session, connection, monkeypatch):
    monkeypatch.setattr("app.network.jobs.BATCH", 2)
    for _ in range(3):
        LotFactory()
    session.flush()

    assert follow_changes(session) >= 3
    assert follow_changes(session) == 0

    session.add(
        NetworkDay(
            day=today() - dt.timedelta(days=401),
            insee_code="69266",
            family="TIG",
            department_code="69",
            **dict.fromkeys(("offers", "places", "free", "held", "placements", "unknown"), 1),
        )
    )
    searched = {"insee_code": "69266", "family": "", "type_code": "", "term": "", "searches": 1}
    for ago in (0, 401):
        session.add(UnmetSearch(day=today() - dt.timedelta(days=ago), **searched))
    session.flush()
    connection.exec_driver_sql("SET LOCAL ROLE maillage_worker")
    begin_day(session)
    connection.exec_driver_sql("RESET ROLE")
    session.expire_all()
    assert [day.offers for day in session.scalars(sa.select(NetworkDay))] == [3]
    kept = {one.day for one in session.scalars(sa.select(UnmetSearch))}
    assert today() in kept
    assert today() - dt.timedelta(days=401) not in kept


def test_an_offer_whose_time_has_come_is_counted_again(session, refreshed):
    LotFactory()
    refreshed()
    session.execute(sa.update(OfferState).values(due_again_at=now(), sign="full"))

    assert (refreshed(), refreshed()) == (1, 0)
    assert session.scalar(sa.select(OfferState.sign)) == "last"


@pytest.mark.parametrize("zoom", range(17))
def test_each_square_belongs_to_one_tile_of_a_zoom(zoom):
    x, y = cell(*spot(4.8795, 45.7665))
    shift = LAST_COUNTED - min(zoom, LAST_COUNTED)
    beside = range(-2, 3)
    across = (int((4.8795 + 180) / 360 * 2**zoom), (y >> shift) * 2**zoom >> (14 - shift))

    tiles = [Tile(zoom, across[0] + dx, across[1] + dy) for dx in beside for dy in beside]

    held = [
        tile
        for tile in tiles
        if tile.columns[0] <= x >> shift <= tile.columns[1]
        and tile.rows[0] <= y >> shift <= tile.rows[1]
    ]
    assert len(held) == 1
