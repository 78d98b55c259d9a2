"""Any sequence of claims, lots and reports: promises never beyond `open`, reality always stored."""

from hypothesis.stateful import run_state_machine_as_test

from tests.factories import PartnerFactory, TigPostFactory, UnitFactory
from tests.properties.model import HOLDS_DAYS
from tests.properties.of_claims import OnClaims
from tests.properties.of_lots import OnLots
from tests.properties.of_sql import InSql
from tests.properties.profiles import PROFILE


class Places(OnClaims, OnLots, InSql):
    """All the rules together."""


def test_any_sequence_of_claims_lots_and_reports(session):
    offer, unit, partner = TigPostFactory(confirm_days=HOLDS_DAYS), UnitFactory(), PartnerFactory()
    session.flush()

    class OnOneOffer(Places):
        def __init__(self):
            super().__init__(session, offer, unit, partner)

    run_state_machine_as_test(OnOneOffer, settings=PROFILE)
