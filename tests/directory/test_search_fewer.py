"""When no offer says all the words, the fewest are left out: told, counted, undone in one click."""

import html
import re

import pytest

from models.codes.services import CareType
from tests.factories import CareOfferFactory, SupportOfferFactory

ALL_WORDS = r'href="([^"]+)">Chercher tous les mots'


@pytest.fixture(autouse=True)
def offers(session):
    """A psychologist who says nothing of what it costs, and something else that does."""
    CareOfferFactory(care_type=CareType.PSY_LIBERAL, title="Cabinet des Brotteaux")
    SupportOfferFactory(title="Prêt gratuit de livres")
    session.flush()


def test_what_is_of_the_field_stays_and_what_is_left_out_is_told(counsellor):
    page = counsellor.get("directory.index", mots="psychologue gratuit")

    assert "Cabinet des Brotteaux" in page
    assert "1 offre psychologue, dans toute la France" in page
    assert "ce qui suit est cherché sans « gratuit »" in page


def test_one_click_asks_for_all_the_words(counsellor):
    (link,) = re.findall(
        ALL_WORDS, counsellor.open("GET", "directory.index", mots="psychologue gratuit").text
    )

    page = counsellor.open_address("GET", html.unescape(link)).text

    assert "Cabinet des Brotteaux" not in page
    assert 'value="psychologue gratuit"' in page
    assert "cherché sans" not in page


def test_the_town_stays(counsellor):
    page = counsellor.get("directory.index", mots="psychologue gratuit villeurbanne")

    assert "1 offre psychologue près de Villeurbanne, 20 km" in page
    assert "« villeurbanne » est compris comme la commune" in page


def test_a_word_alone_and_words_nobody_uses_bring_nothing_else(counsellor):
    assert "cherché sans" not in counsellor.get("directory.index", mots="gratuit")
    assert "cherché sans" not in counsellor.get("directory.index", mots="xylophone zzzz")


def test_what_was_excluded_stays_excluded(counsellor):
    page = counsellor.get("directory.index", mots="psychologue gratuit sans brotteaux")

    assert "Cabinet des Brotteaux" not in page


def test_days_and_measures_become_filters(counsellor):
    page = counsellor.get("directory.index", mots="psychologue le jeudi, semi-liberté")

    assert "« jeudi », « semi-liberté » sont compris comme des filtres" in page
    assert "Jours : jeudi" in page
    assert "Mesure : Semi-liberté" in page


def test_a_departement_is_told_as_one(counsellor):
    page = counsellor.get("directory.index", mots="psychologue 69")

    assert "« 69 » est compris comme le département : Rhône (69)" in page
    assert "1 offre psychologue, Rhône (69)" in page


@pytest.mark.parametrize(
    "asked", [{"mots": "psychologue femme", "pour": "MEN"}, {"mots": "psychologue homme et femme"}]
)
def test_words_that_contradict_are_left_out_rather_than_read_as_filters(asked, counsellor):
    SupportOfferFactory(title="Accueil d'un homme, d'une femme")

    page = counsellor.get("directory.index", **asked)

    assert "compris comme" not in page
    assert "ce qui suit est cherché sans « " in page
