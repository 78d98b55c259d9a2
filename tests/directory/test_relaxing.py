"""When few or no offers answer: how far the nearest is, what each thing given up would bring."""

from urllib.parse import parse_qs, urlsplit

import html5lib
import pytest

from models.codes.housing import HousingType
from models.codes.services import CareType
from tests.factories import CareOfferFactory, CounsellorFactory, HousingOfferFactory, SiteFactory
from tests.factories import point as at

VILLEURBANNE = "Villeurbanne"
# Some 23 km north of the town hall of Villeurbanne.
AWAY = (4.88, 45.973)


@pytest.fixture
def hostel(session):
    """A hostel further than ten kilometres, of which nothing is said about animals."""
    return HousingOfferFactory(
        title="Foyer du Nord",
        housing_type=HousingType.CHRS,
        site=SiteFactory(name="Foyer du Nord", public_point=at(*AWAY)),
    )


@pytest.fixture
def relaxed(browse_as):
    """The part of the page asked after it: its text, and its links with what each asks for."""
    browser = browse_as(CounsellorFactory())

    def ask(**asked):
        headers = {"HX-Request": "true"}
        answer = browser.open("GET", "directory.relax", headers=headers, **asked)
        assert answer.status_code == 200
        tree = html5lib.parseFragment(answer.text, namespaceHTMLElements=False)
        lines = [
            (" ".join("".join(line.itertext()).split()), line.find("a").get("href"))
            for line in tree.findall(".//li")
        ]
        return " ".join("".join(tree.itertext()).split()), lines

    return ask


def query(url):
    return {name: texts[0] for name, texts in parse_qs(urlsplit(url).query).items()}


@pytest.mark.usefixtures("hostel")
def test_the_nearest_offer_is_told_with_its_distance(relaxed):
    text, lines = relaxed(mots="chrs", commune=VILLEURBANNE, rayon=10)

    assert (
        "Aucune offre « chrs » à moins de 10 km ; la plus proche est à 23 km : Foyer du N" in text
    )
    assert lines[0][0] == "Chercher jusqu'à 50 km : 1 offre"
    assert query(lines[0][1])["rayon"] == "50"


def test_each_filter_to_lift_is_a_link_with_its_true_count_best_first(relaxed):
    for _ in range(2):
        CareOfferFactory(care_type=CareType.CSAPA, title="Accueil", verified_at=None)
    CareOfferFactory(care_type=CareType.CMP, title="Accueil")

    _, lines = relaxed(mots="accueil", famille="SANTE", type="CSAPA", recent="y", sans_siao="y")

    assert [text.rpartition(" : ")[2] for text, _ in lines[:2]] == ["2 offres", "1 offre"]
    assert "recent" not in query(lines[0][1])
    assert query(lines[0][1])["type"] == "CSAPA"
    assert "type" not in query(lines[1][1])


@pytest.mark.usefixtures("hostel")
def test_a_word_too_many_can_be_left_out(relaxed):
    _, lines = relaxed(mots="foyer du nord bracelets piscine")

    assert lines == [] or all("foyer" in query(url).get("mots", "") for _, url in lines)


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
@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"rayon": 200, "mots": "csapa"}, "Aucune offre « csapa » à moins de 200 km."),
        ({"mots": "csapa"}, "Aucune offre « csapa » à moins de 20 km, ni à moins de 200 km."),
        (
            {"mots": "chrs", "minutes": 15, "moyen": "WALK"},
            "Aucune offre « chrs » à moins de 15 min à pied ; la plus proche est à 23 km",
        ),
    ],
)
def test_how_far_is_said_as_it_was_asked(asked, said, relaxed):
    text, _ = relaxed(commune=VILLEURBANNE, **asked)

    assert said in text


@pytest.mark.usefixtures("hostel")
def test_to_look_further_minutes_are_given_up(relaxed):
    _, lines = relaxed(mots="chrs", commune=VILLEURBANNE, minutes=15, moyen="WALK")

    assert query(lines[0][1]) == {"mots": "chrs", "commune": VILLEURBANNE, "rayon": "50"}


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
