"""When few or no offers answer: how far the nearest is, what each thing given up would bring."""

from urllib.parse import parse_qs, urlsplit

import pytest

from models.codes.services import CareType
from tests.factories import CareOfferFactory

VILLEURBANNE = "Villeurbanne"


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
def test_a_word_that_no_offer_has_is_not_said_of_the_nearest(relaxed):
    text, _ = relaxed(mots="chrs zzzz", commune=VILLEURBANNE, rayon=10)

    assert "Aucune offre « chrs » à moins de 10 km ; la plus proche est à 23 km" in text


@pytest.mark.usefixtures("hostel")
def test_a_word_too_many_can_be_left_out(relaxed):
    _, lines = relaxed(mots="foyer du nord bracelets piscine")

    assert lines == [] or all("foyer" in query(url).get("mots", "") for _, url in lines)


@pytest.mark.usefixtures("hostel")
def test_of_a_long_sentence_one_word_of_the_field_is_enough(relaxed):
    _, lines = relaxed(mots="chrs calme avec jardin pour dormir")

    assert ("Avec « chrs » seulement : 1 offre", {"mots": "chrs"}) in [
        (text, query(url)) for text, url in lines
    ]


@pytest.mark.usefixtures("hostel")
def test_a_lone_word_is_not_offered_to_be_left_out(relaxed):
    _, lines = relaxed(mots="csapa")

    assert lines == []


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
