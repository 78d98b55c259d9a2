"""Who reads the table of the network, and what each is told; how much it asks of the database."""

import datetime as dt

import pytest

from models.base import today
from models.codes.network import Sign
from tests.factories import (
    AdministratorFactory,
    CoordinatorFactory,
    NationalReaderFactory,
    PartnerFactory,
)
from tests.factories.network import OfferStateFactory

HERE = {"territoire": "departement-69"}


@pytest.fixture
def coordinator(browse_as):
    return browse_as(CoordinatorFactory())


def test_as_many_queries_for_fifty_rows_as_for_five(coordinator, count_queries):
    OfferStateFactory.create_batch(5)
    few = count_queries(lambda: coordinator.get("network.index", **HERE))
    OfferStateFactory.create_batch(45)

    assert count_queries(lambda: coordinator.get("network.index", **HERE)) == few


def test_a_national_reader_reads_the_counts_and_no_offer(browse_as):
    OfferStateFactory(title="Verger des Trois Croix")
    reader = browse_as(NationalReaderFactory())

    page = reader.get("network.index", **HERE)

    assert "1 offre" in page
    assert "Verger des Trois Croix" not in page
    assert "Tableau des offres" not in page


def test_an_administrator_is_told_full_where_the_spip_is_told_over(browse_as, coordinator):

    OfferStateFactory(sign=Sign.OVER, free=0)

    assert "Au-delà de la capacité" in table_of(coordinator.get("network.index", **HERE))
    told = table_of(browse_as(AdministratorFactory()).get("network.index", **HERE))
    assert "Au-delà" not in told
    assert "Complet" in told


def test_a_partner_has_no_network(browse_as):
    browse_as(PartnerFactory()).get("network.index", status=403)


def test_an_accreditation_says_until_when(coordinator):
    ends = today() + dt.timedelta(days=30)
    OfferStateFactory(needs_accreditation=True, accredited_until=ends)
    OfferStateFactory(needs_accreditation=True, accredited_until=None)

    page = table_of(coordinator.get("network.index", **HERE))

    assert "Jusqu'au" in page.replace("’", "'")
    assert "Aucune valable" in page


def table_of(page: str) -> str:
    """The part of the page that is the table."""
    return page[page.index("Tableau des offres") :]
