"""Where what would bring offers is asked and read: after the page, or on one of its own."""

import pytest

from models.codes.housing import HousingType
from tests.factories import CounsellorFactory, HousingOfferFactory

VILLEURBANNE = "Villeurbanne"


@pytest.mark.usefixtures("hostel")
def test_each_count_is_that_of_the_page_it_leads_to(relaxed, browse_as):
    browser = browse_as(CounsellorFactory())

    _, lines = relaxed(mots="foyer", commune=VILLEURBANNE, rayon=10, famille="LOGEMENT")

    assert lines
    for text, url in lines:
        page = browser.open_address("GET", url).text
        assert f"<h1>{text.rpartition(' : ')[2]}</h1>" in page.replace("\u00a0", " ")


def test_the_page_asks_for_it_only_when_few_offers_answer(browse_as):
    browser = browse_as(CounsellorFactory())
    asks = "Voir ce qui donnerait plus d'offres"
    assert asks in browser.get("directory.index", mots="chrs")

    for _ in range(3):
        HousingOfferFactory(housing_type=HousingType.CHRS)

    assert asks not in browser.get("directory.index", mots="chrs")


@pytest.mark.usefixtures("hostel")
def test_without_javascript_it_is_a_page_that_leads_back(browse_as):
    browser = browse_as(CounsellorFactory())

    page = browser.get("directory.relax", mots="chrs", commune=VILLEURBANNE, rayon=10)

    assert "la plus proche est à 23 km" in page
    assert "Revenir à la recherche" in page


@pytest.mark.parametrize(
    "asked", [{"rayon": "mille"}, {"commune": "Nullepart-sur-Rien"}, {"famille": "X"}, {}]
)
def test_any_question_is_answered(asked, browse_as):
    browse_as(CounsellorFactory()).get("directory.relax", **asked)
