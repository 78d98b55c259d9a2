"""The copies follow the offers: what the network says is what the offers' own pages say."""

import datetime as dt

import pytest
from sqlalchemy import delete, select

from app.claims.actions import release
from app.network.refreshing import refresh, refresh_all
from models.base import now, today
from models.codes.claims import ClaimState, LotState, Sharing
from models.codes.network import Sign
from models.codes.offer import Publication
from models.codes.organization import AccreditationKind, LegalForm
from models.codes.tig import ListingStatus
from models.network import NetworkVersion, OfferState, OfferTouched
from tests.factories import (
    AccreditationFactory,
    ClaimFactory,
    HousingOfferFactory,
    LotFactory,
    OrganizationFactory,
    SiteFactory,
    TigPostFactory,
)

DAY = dt.timedelta(days=1)


@pytest.fixture
def state(session, connection):
    """Refreshes as the worker's role, and reads the copy of an offer."""

    def read(offer) -> OfferState | None:
        session.flush()
        connection.exec_driver_sql("SET LOCAL ROLE maillage_worker")
        refresh(session)
        connection.exec_driver_sql("RESET ROLE")
        session.expire_all()
        return session.get(OfferState, offer.id)

    return read


def test_a_post_with_two_places_is_free_and_a_hold_leaves_the_last_one(session, state):
    lot = LotFactory(places=2)

    assert (state(lot.offer).sign, state(lot.offer).free) == (Sign.FREE, 2)

    claim = ClaimFactory(lot=lot)

    assert (state(lot.offer).sign, state(lot.offer).free) == (Sign.LAST, 1)
    assert (state(lot.offer).held, state(lot.offer).placements) == (1, 0)

    release(claim)

    assert (state(lot.offer).sign, state(lot.offer).held) == (Sign.FREE, 0)


def test_a_draft_is_not_copied_and_a_closed_offer_leaves(session, state):
    offer = LotFactory(offer=TigPostFactory(publication=Publication.DRAFT)).offer
    assert state(offer) is None

    offer.publication = Publication.PUBLISHED
    assert state(offer).title == offer.title

    offer.publication = Publication.CLOSED
    assert state(offer) is None


@pytest.mark.parametrize(
    "facts",
    [{"publication": Publication.SUSPENDED}, {"listing_status": ListingStatus.SUSPENDED}],
)
@pytest.mark.parametrize("lots", [0, 1])
def test_a_suspended_offer_is_told_as_suspended_with_nothing_free(state, facts, lots):
    offer = TigPostFactory(**facts)
    for _ in range(lots):
        LotFactory(offer=offer)

    said = state(offer)

    assert (said.sign, said.free or 0) == (Sign.SUSPENDED, 0)


def test_more_people_than_places_is_over(session, state):
    lot = LotFactory(places=2)
    for _ in range(2):
        ClaimFactory(lot=lot, state=ClaimState.TAKEN)
    lot.places = lot.open = 1

    said = state(lot.offer)

    assert (said.sign, said.free, said.placements) == (Sign.OVER, 0, 2)


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


def test_an_offer_without_counted_places_or_to_be_assessed_is_to_be_confirmed(state):
    bare = TigPostFactory()
    assessed = LotFactory(state=LotState.ASSESSMENT).offer

    assert state(bare).sign == Sign.UNKNOWN
    assert state(assessed).sign == Sign.UNKNOWN


def test_the_accreditation_counts_without_a_gap_from_today(session, state):
    host = OrganizationFactory(legal_form=LegalForm.ASSOCIATION)
    offer = TigPostFactory(site=SiteFactory(organization=host))
    assert state(offer).needs_accreditation
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


def test_a_change_of_site_or_owner_reaches_its_offers(session, state):
    offer = LotFactory().offer
    state(offer)

    offer.site.organization.legal_name = "Élan Vert"
    assert state(offer).organization_key == "elan vert"

    offer.site.public_point = None
    said = state(offer)
    assert (said.spot, said.cell_x) == (None, None)


def test_a_refresh_takes_so_many_and_leaves_the_others_marked(session):
    for _ in range(3):
        LotFactory()
    session.execute(delete(OfferTouched))
    session.add_all(
        [
            OfferTouched(offer_id=key)
            for key in session.scalars(select(LotFactory._meta.model.offer_id))
        ]
    )
    session.flush()

    assert [refresh(session, limit=2), refresh(session, limit=2), refresh(session, limit=2)] == [
        2,
        1,
        0,
    ]


def test_the_version_turns_with_each_refresh_that_copied_something(session):
    LotFactory()
    session.flush()
    seen = [session.scalar(select(NetworkVersion.version))]
    for _ in range(2):
        refresh(session)
        session.expire_all()
        seen.append(session.scalar(select(NetworkVersion.version)))

    assert seen[0] + 1 == seen[1] == seen[2]


def test_copying_all_writes_what_copying_one_by_one_writes(session, state):
    lots = [LotFactory(places=places) for places in (1, 2, 3)]
    said = [state(lot.offer).free for lot in lots]

    assert refresh_all(session) == 3
    session.expire_all()

    assert [session.get(OfferState, lot.offer_id).free for lot in lots] == said
