"""Who uses the portal, and a request sent to them."""

import pytest

from tests.factories import OrientationFactory, PartnerFactory


@pytest.fixture
def partner(session):
    """The manager of a host."""
    return PartnerFactory(name="Anne Roux")


@pytest.fixture
def request_sent(partner):
    """A request for one of their places, not answered yet."""
    return OrientationFactory(lot__offer__site__organization=partner.memberships[0].organization)
