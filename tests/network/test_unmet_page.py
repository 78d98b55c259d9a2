"""The page of what was searched in vain: from five on, beside what there is nearby."""

import datetime as dt

import pytest
import sqlalchemy as sa

from models.base import today
from models.codes.network import Sign
from models.network_days import UnmetSearch
from tests.factories import (
    HousingOfferFactory,
    ManagerFactory,
    NationalReaderFactory,
    SiteFactory,
    TigPostFactory,
)
from tests.factories.network import OfferStateFactory

VILLEURBANNE = "69266"


@pytest.fixture(autouse=True)
def nothing_counted(session):
    """Other tests leave counters, which have transactions of their own."""
    session.execute(sa.delete(UnmetSearch))


def searched(session, times, insee=VILLEURBANNE, days=0, **kind):
    """Counters as they would be."""
    facts = {"family": "LOGEMENT", "type_code": "", "term": ""} | kind
    day = today() - dt.timedelta(days=days)
    session.add(UnmetSearch(day=day, insee_code=insee, searches=times, **facts))
    session.commit()


def test_under_five_nothing_is_shown_even_in_the_source(session, browse_as):
    searched(session, 4, term="bracelet")
    searched(session, 3, family="SANTE")
    searched(session, 2, family="SANTE", days=10)

    markup = browse_as(ManagerFactory()).open("GET", "network.coverage_unmet").text

    assert "Santé" in markup
    assert "bracelet" not in markup.split("Tableau des recherches")[1]
    assert "&#34;tint&#34;: [&#34;69266&#34;]" in markup


def test_searches_older_than_ninety_days_are_forgotten(session, browse_as):
    searched(session, 9, days=90)

    assert "Rien à montrer" in browse_as(ManagerFactory()).get("network.coverage_unmet")


def test_demand_stands_beside_supply(session, browse_as):
    searched(session, 12, term="bracelet")
    for sign in (Sign.FULL, Sign.FREE, Sign.SUSPENDED):
        OfferStateFactory(offer=HousingOfferFactory(), sign=sign)
    OfferStateFactory(offer=TigPostFactory(site=SiteFactory()))

    page = browse_as(ManagerFactory()).get("network.coverage_unmet")

    assert "Villeurbanne Logement : « bracelet » 12 2" in page


def test_france_is_told_by_commune_and_drawn_by_departement(session, browse_as):
    searched(session, 12)
    searched(session, 9, insee="69029")
    searched(session, 7, insee="42218")
    searched(session, 4, insee="01053")

    reader = browse_as(NationalReaderFactory())
    page = reader.get("network.coverage_unmet")
    markup = reader.open("GET", "network.coverage_unmet").text

    assert "Villeurbanne (69) Logement 12" in page
    assert "Saint-Étienne (42) Logement 7" in page
    assert "(01)" not in page
    assert "&#34;lines&#34;: [&#34;69&#34;], &#34;tint&#34;: [&#34;42&#34;]" in markup


def test_an_arrondissement_counts_with_its_commune(session, browse_as):
    searched(session, 3, insee="69381")
    searched(session, 3, insee="69382")

    page = browse_as(ManagerFactory()).get("network.coverage_unmet")

    assert "Lyon Logement 6 0" in page
