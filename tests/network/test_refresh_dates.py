"""What the calendar alone changes in the copies: reports, confirmations, accreditations."""

import datetime as dt

import pytest
from sqlalchemy import delete

from models.base import now, today
from models.codes.claims import Sharing
from models.codes.network import Sign
from models.codes.organization import AccreditationKind, LegalForm
from models.network import OfferTouched
from tests.factories import (
    AccreditationFactory,
    HousingOfferFactory,
    LotFactory,
    OrganizationFactory,
    SiteFactory,
    TigPostFactory,
)

DAY = dt.timedelta(days=1)


def test_a_report_past_its_validity_is_to_be_confirmed_without_anybody_writing(session, state):
    soon = now() + dt.timedelta(minutes=5)
    lot = LotFactory(
        offer=HousingOfferFactory(), sharing=Sharing.SHARED, places=6, open=3, valid_until=soon
    )
    said = state(lot.offer)
    assert (said.sign, said.free, said.due_again_at) == (Sign.FREE, 3, soon)

    lot.valid_until = now() - dt.timedelta(minutes=1)
    session.flush()
    session.execute(delete(OfferTouched))
    said.due_again_at = now() - dt.timedelta(minutes=1)

    said = state(lot.offer)
    assert (said.sign, said.free) == (Sign.UNKNOWN, None)
    assert said.due_again_at > now()


@pytest.mark.parametrize(
    ("days", "sign"), [(120, Sign.FREE), (121, Sign.STALE), (None, Sign.STALE)]
)
def test_a_word_too_old_is_stale_as_on_the_offer_s_own_page(state, days, sign):
    at = None if days is None else now() - days * DAY
    lot = LotFactory(places=2, offer=TigPostFactory(verified_at=at))

    assert state(lot.offer).sign == sign


def test_the_accreditation_counts_without_a_gap_from_today(session, state):
    host = OrganizationFactory(legal_form=LegalForm.ASSOCIATION)
    offer = TigPostFactory(site=SiteFactory(organization=host))
    assert state(offer).needs_accreditation
    assert state(offer).accredited_until is None

    AccreditationFactory(ends_on=today() + 900 * DAY)
    assert state(offer).accredited_until is None

    AccreditationFactory(organization=host, ends_on=today() + 10 * DAY)
    AccreditationFactory(
        organization=host, decided_on=today() + 11 * DAY, ends_on=today() + 500 * DAY
    )
    AccreditationFactory(organization=host, department_code="01", ends_on=today() + 900 * DAY)
    AccreditationFactory(organization=host, kind=AccreditationKind.PE_AGREEMENT)
    assert state(offer).accredited_until == today() + 500 * DAY

    AccreditationFactory(
        organization=host,
        kind=AccreditationKind.TIG_NATIONAL,
        department_code=None,
        ends_on=today() + 800 * DAY,
    )
    assert state(offer).accredited_until == today() + 800 * DAY


def test_a_town_hall_needs_no_accreditation(state):
    assert not state(TigPostFactory()).needs_accreditation
