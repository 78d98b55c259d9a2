"""A unit stars offers together, and notes about them what nobody else reads."""

import pytest
from sqlalchemy import select

from models.account import Membership
from models.codes.access import Role
from models.codes.offer import Publication
from models.saved import Favourite, UnitNote
from tests.factories import (
    AccountFactory,
    CareOfferFactory,
    ClaimFactory,
    CounsellorFactory,
    FavouriteFactory,
    HousingOfferFactory,
    LotFactory,
    PartnerFactory,
    UnitFactory,
    UnitNoteFactory,
)

NOTE = "Ne pas appeler avant dix heures, demander Dominique."


@pytest.fixture
def unit(session):
    return UnitFactory(name="Antenne des Quais")


@pytest.fixture
def offer(session):
    return HousingOfferFactory(title="Foyer des Bateliers")


def test_a_star_is_the_units_and_the_list_says_what_is_free(browse_as, unit, offer):
    ClaimFactory(lot=LotFactory(offer=offer, places=3))
    CareOfferFactory(title="Centre non retenu")

    browse_as(CounsellorFactory(unit=unit)).post("favourites.add", offer_id=offer.id)

    page = browse_as(CounsellorFactory(unit=unit)).get("favourites.index")
    assert "1 favori partagé par Antenne des Quais" in page
    assert "(1) Foyer des Bateliers" in page
    assert "2 places libres" in page
    assert "Centre non retenu" not in page
    assert "Aucun favori" in browse_as(CounsellorFactory()).get("favourites.index")


def test_with_scripts_the_press_answers_the_button_as_it_now_is(session, browse_as, unit, offer):
    browser = browse_as(CounsellorFactory(unit=unit))
    headers = {"HX-Request": "true"}

    on = browser.open("POST", "favourites.add", offer_id=offer.id, headers=headers).text
    twice = browser.open("POST", "favourites.add", offer_id=offer.id, headers=headers).text
    off = browser.open("POST", "favourites.remove", offer_id=offer.id, headers=headers).text

    assert ("Retirer des favoris" in on, "Retirer des favoris" in twice) == (True, True)
    assert "Mettre en favori" in off
    assert session.scalars(select(Favourite)).all() == []


def test_a_note_is_read_by_the_unit_with_its_author_and_outlives_the_star(
    session, browse_as, unit, offer
):
    author = CounsellorFactory(unit=unit, name="Sacha Rivière")
    FavouriteFactory(unit=unit, offer=offer)
    browser = browse_as(author)

    browser.post("favourites.create_note", {"text": NOTE, "unit_id": unit.id}, offer_id=offer.id)
    browser.post("favourites.create_note", {"text": NOTE, "unit_id": unit.id}, offer_id=offer.id)
    browser.post("favourites.remove", offer_id=offer.id)

    assert session.scalars(select(UnitNote.text)).all() == [NOTE]
    page = browse_as(CounsellorFactory(unit=unit)).get("directory.show", offer_id=offer.id)
    assert f"{NOTE} Sacha Rivière" in page


def test_a_note_left_empty_is_asked_for_again_with_the_warning(session, browse_as, unit, offer):
    answer = browse_as(CounsellorFactory(unit=unit)).post(
        "favourites.create_note", {"text": " "}, offer_id=offer.id
    )

    assert answer.status_code == 422
    assert "Écrivez la note." in answer.text
    assert "aucun nom de personne suivie" in answer.text
    assert session.scalars(select(UnitNote)).all() == []


def test_an_offer_withdrawn_is_said_so_and_can_be_taken_out(session, browse_as, unit, offer):
    FavouriteFactory(unit=unit, offer=offer)
    offer.publication = Publication.CLOSED
    browser = browse_as(CounsellorFactory(unit=unit))

    page = browser.get("favourites.index")
    browser.post("favourites.remove", {"unit_id": unit.id}, offer_id=offer.id)

    assert "N'existent plus dans l'annuaire Foyer des Bateliers" in page
    assert session.scalars(select(Favourite)).all() == []


def test_who_has_several_units_chooses_which(session, browse_as, unit, offer):
    other = UnitFactory(name="Antenne du Parc")
    manager = AccountFactory()
    for one in (unit, other):
        manager.memberships.append(Membership(role=Role.MANAGER, unit=one))
    browser = browse_as(manager)

    page = browser.get("directory.show", offer_id=offer.id)
    browser.post("favourites.add", {"unit_id": other.id}, offer_id=offer.id)
    foreign = UnitFactory().id
    refused = browser.post("favourites.add", {"unit_id": foreign}, offer_id=offer.id)

    assert "Mettre en favori : Antenne des Quais" in page
    assert session.scalars(select(Favourite.unit_id)).all() == [other.id]
    assert refused.status_code == 404


def test_twenty_favourites_cost_no_more_queries_than_two(browse_as, unit, count_queries):
    def more(count):
        for offer in HousingOfferFactory.create_batch(count):
            LotFactory(offer=offer)
            FavouriteFactory(unit=unit, offer=offer)
            UnitNoteFactory(unit=unit, offer=offer)

    browser = browse_as(CounsellorFactory(unit=unit))
    more(2)
    few = count_queries(lambda: browser.get("favourites.index"))
    more(18)

    assert count_queries(lambda: browser.get("favourites.index")) == few


def test_a_colleague_may_take_out_a_note_and_nobody_else(session, browse_as, unit, offer):
    note = UnitNoteFactory(unit=unit, offer=offer)
    elsewhere = browse_as(CounsellorFactory()).post("favourites.remove_note", note_id=note.id)
    partner = browse_as(PartnerFactory(organization=offer.site.organization))
    refused = partner.post("favourites.remove_note", note_id=note.id)

    browse_as(CounsellorFactory(unit=unit)).post("favourites.remove_note", note_id=note.id)

    assert (elsewhere.status_code, refused.status_code) == (404, 403)
    assert session.scalars(select(UnitNote)).all() == []
