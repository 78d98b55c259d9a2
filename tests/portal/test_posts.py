"""TIG posts on the partner's home: suspended by the host alone, and many at once."""

from contextlib import contextmanager

import pytest
import sqlalchemy as sa

from models.codes.tig import ListingStatus
from tests.factories import LotFactory, SiteFactory, TigPostFactory


@pytest.fixture
def site(partner):
    return SiteFactory(organization=partner.memberships[0].organization)


@contextmanager
def counted(session):
    """The statements that the application sends meanwhile."""
    statements = []

    def note(connection, cursor, statement, *rest):
        if statement.startswith(("SELECT", "WITH", "\nWITH")):
            statements.append(statement)

    sa.event.listen(session.connection().engine, "before_cursor_execute", note)
    yield statements
    sa.event.remove(session.connection().engine, "before_cursor_execute", note)


def test_a_host_suspends_its_post_alone_and_takes_it_up_again(session, browse_as, partner, site):
    post = TigPostFactory(site=site)
    LotFactory(offer=post)
    browser = browse_as(partner)

    browser.post("portal.suspend_post", offer_id=post.id)
    assert post.listing_status is ListingStatus.SUSPENDED
    assert "Reprendre ce poste" in browser.get("portal.index")
    assert browser.post("portal.suspend_post", offer_id=post.id).status_code == 409

    browser.post("portal.resume_post", offer_id=post.id)
    assert post.listing_status is ListingStatus.LISTED


def test_the_home_asks_no_more_questions_for_more_offers(session, browse_as, partner, site):
    browser = browse_as(partner)

    def questions(count):
        for _ in range(count):
            LotFactory(offer=TigPostFactory(site=site))
        with counted(session) as statements:
            browser.get("portal.index")
        return len(statements)

    assert 0 < questions(2) == questions(8)
