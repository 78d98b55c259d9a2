"""The search table follows every change of an offer in the transaction that makes it."""

import pytest
import sqlalchemy as sa
from sqlalchemy import event

from models.codes.offer import Publication, Weekday
from models.search import OfferSearch
from search import indexing
from search.engine import Place
from tests import factories
from tests.search.conftest import Find

SAINT_ETIENNE = Place(4.3872, 45.4397)


def rename_organization(offer):
    offer.organization.legal_name = "Les Glycines"


def rename_site(offer):
    offer.site.name = "Les Glycines"


def rename_offer(offer):
    offer.title = "Les Glycines"


def describe_work(offer):
    offer.nature_of_work = "Taille des glycines"


def give_an_acronym(offer):
    offer.organization.acronym = "G.L.Y.C.I.N.E.S."


@pytest.mark.parametrize(
    "change", [rename_organization, rename_site, rename_offer, describe_work, give_an_acronym]
)
def test_a_change_is_found_once_committed(change, session, find: Find):
    offer = factories.TigPostFactory()
    session.commit()
    assert find("glycines") == []

    change(offer)
    session.commit()

    assert find("glycines") == [offer]


def test_the_row_is_written_by_the_same_transaction(session):
    offer = factories.TigPostFactory()
    session.commit()
    assert session.get(OfferSearch, offer.id) is not None

    savepoint = session.begin_nested()
    offer.title = "Les Glycines"
    indexing.catch_up(session)
    savepoint.rollback()

    session.expire_all()
    assert "glycin" not in session.get_one(OfferSearch, offer.id).words


def test_what_was_not_committed_yet_is_found_by_its_own_session(find: Find):
    offer = factories.TigPostFactory(title="Les Glycines")

    assert find("glycines") == [offer]


@pytest.mark.parametrize("publication", [Publication.DRAFT, Publication.SUSPENDED])
def test_an_offer_no_longer_published_leaves_the_table(publication, session):
    offer = factories.TigPostFactory()
    session.commit()

    offer.publication = publication
    session.commit()

    assert session.scalar(sa.select(sa.func.count()).select_from(OfferSearch)) == 0


def test_an_offer_can_be_deleted(session, find: Find):
    offer = factories.TigPostFactory()
    session.commit()

    session.delete(offer)
    session.commit()

    assert find() == []


def test_moving_house_moves_the_offer(session, find: Find):
    offer = factories.TigPostFactory()
    session.commit()

    offer.site.public_point = factories.point(SAINT_ETIENNE.lon, SAINT_ETIENNE.lat)
    offer.site.insee_code = "42218"
    session.commit()

    assert find(place=SAINT_ETIENNE) == [offer]
    assert find("saint-etienne") == [offer]
    assert find("villeurbanne") == []


def test_the_days_of_a_new_lot_are_the_days_of_the_offer(session, find: Find):
    offer = factories.TigPostFactory(days=[Weekday.MON])
    session.commit()

    factories.LotFactory(offer=offer, days=[Weekday.SAT])
    session.commit()

    assert find(days=frozenset({Weekday.SAT})) == [offer]


def test_a_report_of_capacity_writes_no_search_row(session):
    lot = factories.LotFactory(places=3)
    session.commit()
    written: list[str] = []
    event.listen(
        session.connection(),
        "before_cursor_execute",
        lambda connection, cursor, statement, *rest: written.append(statement),
    )

    lot.places, lot.open = 5, 5
    session.commit()

    assert not [statement for statement in written if "offer_search" in statement]
