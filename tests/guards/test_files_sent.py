"""A file read while it is sent gives back its connection: a few dozen kept would stop the site."""

import pytest
import sqlalchemy as sa

from app.acting import ActingSession
from app.extensions import db
from tests.factories import CoordinatorFactory, HousingOfferFactory


@pytest.fixture
def begun():
    """The sessions that began a transaction."""
    sessions = set()

    def note(session, transaction, connection):
        sessions.add(session)

    sa.event.listen(ActingSession, "after_begin", note)
    yield sessions
    sa.event.remove(ActingSession, "after_begin", note)


@pytest.mark.parametrize("endpoint", ["directory.share", "network.export"])
def test_a_file_that_was_sent_leaves_no_session_open(browse_as, begun, endpoint):
    HousingOfferFactory(title="Chambre")
    coordinator = browse_as(CoordinatorFactory())

    answer = coordinator.open("GET", endpoint, extension="csv")
    sent = answer.data
    answer.close()

    assert sent.count(b"\r\n") >= 1
    assert len(begun) > 1
    assert not [session for session in begun if session.in_transaction()]


def test_a_session_asked_again_after_its_end_refuses(app):
    with app.app_context():
        ended = db.session
        ended.close()

        with pytest.raises(sa.exc.InvalidRequestError, match="permanently closed"):
            ended.execute(sa.text("SELECT 1"))
