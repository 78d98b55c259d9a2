"""What a session cannot see can be said; everything can be written again; what is secret is not."""

import sqlalchemy as sa
from sqlalchemy import event

from models.codes.tig import TigActivity
from models.offer_kinds import TigPost
from models.organization import Site, SiteSecret
from models.search import SearchWord
from search import indexing
from search.engine import Place
from tests import factories
from tests.search.conftest import Ask, Find

SAINT_ETIENNE = Place(4.3872, 45.4397)


def test_bulk_changes_are_seen_once_marked(session, find: Find):
    offer = factories.TigPostFactory()
    session.commit()

    session.execute(sa.update(TigPost).values(activity=TigActivity.NUMERIQUE))
    indexing.mark(session, [offer.id])
    session.commit()

    assert find("numérique") == [offer]


def test_everything_can_be_written_again(session, find: Find):
    offer = factories.TigPostFactory(title="Les Glycines")
    session.commit()
    session.execute(sa.update(Site).values(name="Les Lilas"))
    session.execute(sa.insert(SearchWord).values(word="mimosas"))

    indexing.reindex(session)

    assert find("glycines lilas") == [offer]
    assert session.get(SearchWord, "mimosas") is None


def test_the_true_place_of_a_confidential_site_is_not_searched(session, ask: Ask, find: Find):
    site = factories.SiteFactory(is_confidential=True)
    offer = factories.HousingOfferFactory(site=site)
    true_point = factories.point(SAINT_ETIENNE.lon, SAINT_ETIENNE.lat)
    session.add(
        SiteSecret(
            site_id=site.id,
            organization_id=site.organization_id,
            address="3 impasse Secrète",
            point=true_point,
        )
    )
    session.commit()

    assert not ask("impasse secrète").hits
    assert find(place=SAINT_ETIENNE) == []
    assert find(place=Place(4.8795, 45.7665)) == [offer]


def test_installing_twice_listens_once(session):
    indexing.install()
    written: list[str] = []
    offer = factories.TigPostFactory()
    event.listen(
        session.connection(),
        "before_cursor_execute",
        lambda connection, cursor, statement, *rest: written.append(statement),
    )

    offer.title = "Les Glycines"
    session.commit()

    assert (
        len(
            [
                statement
                for statement in written
                if "INSERT INTO directory.offer_search" in statement
            ]
        )
        == 1
    )
