"""The page of one offer: the answer first, and « inconnu » where nobody said."""

import datetime as dt

import pytest

from models.codes.claims import ClaimState, Sharing
from models.codes.offer import Gender, Publication, YesNo
from models.codes.tig import ListingStatus
from models.reference import Commune, Epci
from tests.factories import (
    AccreditationFactory,
    ClaimFactory,
    CounsellorFactory,
    HousingOfferFactory,
    LotFactory,
    OrganizationFactory,
    SiteFactory,
    TigPostFactory,
)

WEEK = "Mo-Fr 08:30-12:00,13:30-17:00; PH off"


def show(browse_as, offer, account=None, status=200):
    account = account or CounsellorFactory()
    return browse_as(account).get("directory.show", status=status, offer_id=offer.id)


def test_the_answer_comes_first(browse_as):
    site = SiteFactory(address="12 rue des Lilas", phone="+33472000000")
    offer = HousingOfferFactory(title="Résidence des Lilas", site=site)

    page = show(browse_as, offer)

    assert "12 rue des Lilas, 69100 Villeurbanne" in page
    assert "04 72 00 00 00" in page
    assert "Candidature directe" in page


def test_a_telephone_number_can_be_pressed(browse_as):
    offer = TigPostFactory(phone="+33472000001")

    answer = browse_as(CounsellorFactory()).open("GET", "directory.show", offer_id=offer.id)

    assert 'href="tel:+33472000001"' in answer.text


def test_unknown_is_told_from_no(browse_as):
    offer = HousingOfferFactory(tag_compatible=YesNo.NO, has_domiciliation=YesNo.UNKNOWN)

    page = show(browse_as, offer)

    assert "Bracelet électronique Non" in page
    told, unknown = page.split("Inconnu, la structure peut le dire : ce qu'est une place")
    assert "domiciliation" in unknown
    assert "Domiciliation" not in told


def test_hours_are_shown_by_the_day(browse_as):
    page = show(browse_as, TigPostFactory(site=SiteFactory(opening_hours=WEEK)))

    assert "dimanche fermé" in page
    assert "8 h 30 à 12 h, 13 h 30 à 17 h" in page


def test_hours_that_cannot_be_read_are_shown_as_written(browse_as):
    page = show(browse_as, TigPostFactory(opening_hours="le matin, sauf le jeudi"))

    assert "le matin, sauf le jeudi Tel que la structure l'a écrit." in page


def test_the_spip_reads_the_sum_of_each_lot(browse_as):
    lot = LotFactory(places=4, offer=HousingOfferFactory(), label="Hommes", gender=Gender.MEN)
    ClaimFactory(lot=lot, state=ClaimState.TAKEN)

    assert "4 places, 1 placement = 3 libres" in show(browse_as, lot.offer)


def test_a_shared_lot_nobody_reported_is_to_be_confirmed(browse_as):
    lot = LotFactory(places=4, open=0, sharing=Sharing.SHARED, offer=HousingOfferFactory())

    assert "À confirmer" in show(browse_as, lot.offer)


def test_the_accreditation_of_a_private_host_shows_its_dates(browse_as):
    owner = OrganizationFactory(legal_form="ASSOCIATION")
    AccreditationFactory(
        organization=owner, decided_on=dt.date(2024, 5, 12), ends_on=dt.date(2029, 5, 12)
    )

    page = show(browse_as, TigPostFactory(site=SiteFactory(organization=owner)))

    assert "Habilitation Nécessaire" in page
    assert "du 12 mai 2024 au 12 mai 2029" in page


def test_a_post_off_the_list_says_so(browse_as):
    post = TigPostFactory(listing_status=ListingStatus.LISTING_REQUESTED, listed_on=None)

    assert "Aucune affectation n'est possible" in show(browse_as, post)


def test_a_draft_does_not_exist_for_a_counsellor(browse_as):
    offer = TigPostFactory(publication=Publication.DRAFT)

    show(browse_as, offer, status=404)


@pytest.mark.parametrize("factory", [TigPostFactory, HousingOfferFactory])
def test_an_offer_costs_the_same_queries_with_many_lots(browse_as, count_queries, factory):
    offer = LotFactory(offer=factory()).offer
    key, browser = offer.id, browse_as(CounsellorFactory())
    few = count_queries(lambda: browser.get("directory.show", offer_id=key))
    LotFactory.create_batch(6, offer=offer)

    assert count_queries(lambda: browser.get("directory.show", offer_id=key)) == few


def test_the_people_an_offer_takes_are_named_even_where_a_file_gave_codes(browse_as, session):
    grouping = session.get(Commune, "69266").epci_siren
    zones = ["69", "69266", grouping, "france", "Quartier du Tonkin", "99999"]

    page = show(browse_as, HousingOfferFactory(zone_eligibility=zones))

    named = f"Rhône, Villeurbanne, {session.get(Epci, grouping).name}"
    assert f"{named}, Toute la France, Quartier du Tonkin, 99999" in page


def test_what_its_places_say_of_men_and_women_is_not_told_unknown(browse_as):
    offer = HousingOfferFactory()
    LotFactory(offer=offer, gender=Gender.WOMEN)

    page = show(browse_as, offer)

    assert "Public Femmes" in page
    assert "peut le dire : âge" in page
