"""Searching the directory: what one reads on the page of results."""

from models.codes.offer import YesNo
from tests.factories import (
    CareOfferFactory,
    ClaimFactory,
    CounsellorFactory,
    HousingOfferFactory,
    LotFactory,
    PartnerFactory,
    SiteFactory,
    TigPostFactory,
    point,
)

LYON = {"insee_code": "69123", "postal_code": "69001", "public_point": point(4.8357, 45.764)}


def index(browse_as, status=200, **asked):
    return browse_as(CounsellorFactory()).get("directory.index", status=status, **asked)


def test_an_offer_is_found_by_its_words_near_a_commune(browse_as):
    CareOfferFactory(title="Centre Les Tilleuls")
    CareOfferFactory(title="Centre Les Platanes")

    page = index(browse_as, mots="tilleuls", commune="Villeurbanne")

    assert "Centre Les Tilleuls" in page
    assert "Platanes" not in page
    assert "1 offre tilleuls près de Villeurbanne, 20 km" in page


def test_a_typing_mistake_is_corrected_and_told(browse_as):
    CareOfferFactory(title="Centre Les Tilleuls")

    page = index(browse_as, mots="tileuls")

    assert "Résultats pour « tilleuls » au lieu de « tileuls »" in page
    assert "Centre Les Tilleuls" in page


def test_what_is_too_far_is_left_out_and_what_would_bring_it_is_asked(browse_as):
    CareOfferFactory(title="Loin d'ici", site=SiteFactory(public_point=point(4.0, 46.03)))

    page = index(browse_as, commune="Villeurbanne")

    assert "Loin d'ici" not in page
    assert "Voir ce qui donnerait plus d'offres" in page


def test_a_filter_at_work_is_told_and_can_be_taken_off(browse_as):
    HousingOfferFactory(title="Sans bracelet", tag_compatible=YesNo.NO)
    HousingOfferFactory(title="Avec bracelet", tag_compatible=YesNo.YES)
    asked = {"famille": "LOGEMENT", "bracelet": "y", "admission": "CANDIDATURE_DIRECTE"}

    answer = browse_as(CounsellorFactory()).open("GET", "directory.index", **asked)

    assert "Avec bracelet" in answer.text
    assert "Sans bracelet" not in answer.text
    assert 'href="/annuaire?bracelet=y&amp;famille=LOGEMENT"' in answer.text


def test_families_are_tabs_with_their_counts(browse_as):
    CareOfferFactory()
    HousingOfferFactory.create_batch(2)

    page = index(browse_as, famille="SANTE")

    assert "Toutes (3)" in page
    assert "Logement (2)" in page
    assert "Santé (1)" in page
    assert "Résidence" not in page


def test_a_counsellor_reads_what_is_free_as_a_sum(browse_as):
    lot = LotFactory(places=4, offer=TigPostFactory(title="Espaces verts de la mairie"))
    ClaimFactory(lot=lot)

    page = index(browse_as, mots="mairie")

    assert "3 places libres" in page
    assert "4 places, 1 réservation = 3 libres" in page


def test_remote_offers_are_listed_apart(browse_as):
    CareOfferFactory(title="Écoute par téléphone", is_remote=True)

    page = index(browse_as, commune="Villeurbanne")

    assert "À distance Par téléphone ou en ligne, sans se déplacer. Écoute par téléphone" in page


def test_the_link_one_can_share_holds_nothing_empty(browse_as):
    browser = browse_as(CounsellorFactory())

    answer = browser.open("GET", "directory.index", mots="csapa", commune="", du="", pour="")

    assert answer.headers["HX-Push-Url"] == "/annuaire?mots=csapa"


def test_a_page_follows_another_by_its_key(browse_as):
    CareOfferFactory.create_batch(21)
    browser = browse_as(CounsellorFactory())
    first = browser.open("GET", "directory.index").text
    key = first.split("apres=")[1].split('"')[0].replace("&amp;", "&").split("&")[0]

    second = browser.get("directory.index", apres=key)

    assert second.count("CSAPA (addictions) ·") == 1


def test_a_partner_has_no_directory_to_search(browse_as):
    browse_as(PartnerFactory()).get("directory.index", status=403)


def test_twenty_offers_cost_no_more_queries_than_two(browse_as, count_queries):
    browser = browse_as(CounsellorFactory())
    lots = LotFactory.create_batch(2, offer__site__public_point=LYON["public_point"])
    few = count_queries(lambda: browser.get("directory.index"))
    LotFactory.create_batch(10)
    LotFactory.create_batch(8, offer=lots[0].offer)
    HousingOfferFactory.create_batch(4)

    many = count_queries(lambda: browser.get("directory.index"))

    assert many == few
