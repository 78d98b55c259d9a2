"""Totals from France inwards, and the administrator's pages; axe looks at each of them."""

import datetime as dt

import pytest
import sqlalchemy as sa

from app.network.totals_keeping import keep_all
from models.base import today
from models.network_days import NetworkDay
from tests.factories import AdministratorFactory, NationalReaderFactory, NetworkDayFactory

MONTH_AGO = today() - dt.timedelta(days=30)


@pytest.fixture
def counted(session):
    """Two communes of the Rhône today and thirty days before, one of which has few placements."""
    session.execute(sa.delete(NetworkDay).where(NetworkDay.day.in_([MONTH_AGO, today()])))
    for day, placements in ((MONTH_AGO, 9), (today(), 12)):
        NetworkDayFactory(day=day, places=40, placements=placements)
        NetworkDayFactory(day=day, insee_code="69029", places=9, held=1, placements=3)
        keep_all(session, day)
    session.commit()


def test_a_national_reader_goes_from_france_to_a_commune(house, world, counted):
    visitor = house.enter(world.staff(NationalReaderFactory))
    visitor.go("/")
    visitor.sees("Totaux : France", "Auvergne-Rhône-Alpes")

    for name in ("Auvergne-Rhône-Alpes", "Rhône", "Métropole de Lyon", "Bron"):
        visitor.follow(name)

    visitor.sees("Totaux : Bron", "moins de 5", "non communiqué")


def test_an_administrator_opens_what_there_is_to_watch(house, world):
    visitor = house.enter(world.staff(AdministratorFactory))
    visitor.go("/")
    visitor.sees("Tâches de fond")

    visitor.follow("Journal des comptes")

    visitor.sees("Rien de ce qui touche aux personnes suivies")
