"""Words that say for whom become filters when no offer says them; one click undoes it."""

import html
import re

import pytest

from models.codes.housing import HousingType
from models.codes.offer import Gender, Household, YesNo
from models.offer import AudienceRule
from tests.factories import HousingOfferFactory

UNDO = r'href="([^"]+)">Chercher ce mot tel quel'


@pytest.fixture
def search(counsellor):
    """What the page of a search says."""
    return lambda **asked: counsellor.get("directory.index", **asked)


@pytest.fixture
def markup(counsellor):
    """The same as it is written."""
    return lambda **asked: counsellor.open("GET", "directory.index", **asked).text


def hostel(session, title, **said):
    offer = HousingOfferFactory(housing_type=HousingType.CHRS, title=title)
    session.add(AudienceRule(offer_id=offer.id, **said))
    session.flush()
    return offer


@pytest.fixture(autouse=True)
def hostels(session):
    """One for couples, dogs welcome; one for men alone, without a dog."""
    hostel(session, "Les Mimosas", households=[Household.COUPLE], animals=YesNo.YES)
    alone = {"gender": Gender.MEN, "households": [Household.SINGLE], "animals": YesNo.NO}
    hostel(session, "Les Tamaris", **alone)


def test_words_no_offer_says_are_read_as_filters_and_told(search):
    page = search(mots="chrs pour un couple avec un chien")

    assert "Les Mimosas" in page
    assert "Les Tamaris" not in page
    assert "1 offre chrs, dans toute la France" in page
    said = "« couple », « chien » sont compris comme le public cherché : En couple, Avec un animal"
    assert said in page


def test_filters_links_and_counts_follow(search, markup):
    page = markup(mots="chrs pour femme")

    assert "Les Mimosas" in page
    assert "Les Tamaris" not in page
    assert re.search(r'<option value="WOMEN"[^>]* selected', page)
    assert "Hommes (2)" in page
    assert re.search(r'href="/annuaire/export/csv\?[^"]*pour=WOMEN', page)
    assert 'value="chrs"' in page
    assert "le public cherché : Femmes. Chercher ce mot tel quel" in search(mots="chrs pour femme")


def test_one_click_makes_them_words_again(markup, counsellor):
    (link,) = re.findall(UNDO, markup(mots="chrs pour couple"))
    undo = html.unescape(link)

    page = counsellor.open_address("GET", undo).text

    assert "mot_a_mot=y" in undo
    assert "Les Mimosas" not in page
    assert "compris comme" not in page
    assert 'value="chrs pour couple"' in page


def test_a_name_that_holds_such_a_word_stays_a_name(search, session):
    hostel(session, "Maison des femmes", gender=Gender.WOMEN)

    page = search(mots="maison des femmes")

    assert "Maison des femmes" in page
    assert "compris comme" not in page


@pytest.mark.parametrize(
    "asked",
    [
        {"mots": "csapa pour couple"},
        {"mots": "chrs -couple", "animal": "y", "pour": "WOMEN", "pmr": "y", "recent": "y"},
    ],
)
def test_what_finds_nothing_so_or_is_not_asked_stays_as_typed(asked, markup):
    page = markup(**asked)

    assert "compris comme" not in page
    assert f'value="{asked["mots"]}"' in page


def test_the_commune_beside_them_is_still_read(search):
    page = search(mots="chrs villeurbanne couple")

    assert "1 offre chrs près de Villeurbanne, 20 km" in page
    assert "« couple » est compris comme le public cherché" in page
    assert "« villeurbanne » est compris comme la commune" in page


def test_where_there_is_none_the_nearest_for_them_is_looked_for(search, counsellor):
    asked = {"mots": "chrs pour couple", "commune": "Bourg-en-Bresse", "rayon": 10}

    page = search(**asked)

    assert "Aucune offre" in page
    assert "« couple » est compris comme le public cherché" in page
    assert "la plus proche est à" in counsellor.get(
        "directory.relax", mots="chrs", couple="y", commune="Bourg-en-Bresse", rayon=10
    )


def test_a_text_that_finds_little_is_offered_to_be_read_so(relaxed, session):
    hostel(session, "Les Couples")

    _, lines = relaxed(mots="chrs couples")

    said = "Avec le filtre « En couple » au lieu de « couples » : 2 offres"
    assert (said, "/annuaire?mots=chrs&couple=y") in lines


def test_where_there_is_none_a_name_found_further_stays_a_name(search, session):
    hostel(session, "Maison des femmes", gender=Gender.WOMEN)

    page = search(mots="maison des femmes", commune="Bourg-en-Bresse", rayon=10)

    assert "compris comme" not in page


def test_a_mistyped_one_is_one_and_told_with_its_accents(search):
    page = search(mots="hebergemnt coulpe")

    assert "Résultats pour « hébergement » au lieu de « hebergemnt »" in page
    assert "« couple » est compris comme le public cherché" in page
    assert "hébergement, dans toute la France" in page
    assert "« hébergement » cherche aussi" in page
