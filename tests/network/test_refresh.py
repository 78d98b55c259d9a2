"""The copies follow the offers: what the network says is what the offers' own pages say."""

import datetime as dt

import pytest
from sqlalchemy import delete, select

from app.claims.actions import release
from app.network.refreshing import refresh, refresh_all
from models.codes.claims import ClaimState, LotState
from models.codes.network import Sign
from models.codes.offer import Publication
from models.codes.tig import ListingStatus
from models.network import NetworkVersion, OfferState, OfferTouched
from tests.factories import (
    ClaimFactory,
    LotFactory,
    TigPostFactory,
)

DAY = dt.timedelta(days=1)


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


def test_an_offer_without_counted_places_or_to_be_assessed_is_to_be_confirmed(state):
    bare = TigPostFactory()
    assessed = LotFactory(state=LotState.ASSESSMENT).offer

    assert state(bare).sign == Sign.UNKNOWN
    assert state(assessed).sign == Sign.UNKNOWN


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
