"""How likely two records are one: each fact moves the score the way people would."""

import pytest

from search.duplicates import PROPOSED_FROM, Card, Place, compare, degree, sentences
from search.duplicates.names import closeness, same_address

HERE = Place("69266", "Villeurbanne", "12 rue Jean Jaurès", 4.8795, 45.7665)
NEAR = Place("69266", "Villeurbanne", "12 R J. JAURES", 4.8798, 45.7667)
FAR = Place("69264", "Villefranche-sur-Saône", "3 quai de Saône", 4.72, 45.99)


def card(name="Emmaüs Lyon", places=(HERE,), **said):
    return Card(name=name, places=tuple(places), **said)


@pytest.mark.parametrize(
    ("one", "other", "least"),
    [
        ("CCAS de Villeurbanne", "ccas villeurbanne", 95),
        ("Foyer Notre-Dame des Sans-Abri", "FOYER NOTRE DAME DES SANS ABRI", 95),
        ("Association Le Mas", "LE MAS", 95),
        ("Résidence St Exupéry", "Résidence Saint-Exupéry", 95),
        ("Mission locale de Vaulx-en-Velin", "Mission locale Vaulx en Velin - antenne", 85),
    ],
)
def test_names_that_people_take_for_one_are_close(one, other, least):
    assert closeness(one, other) >= least


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("CSAPA Gaïa", "CAARUD Gaïa"),
        ("Résidence sociale 1", "Résidence sociale 2"),
        ("Mission locale de Villeurbanne", "Mairie de Villeurbanne"),
    ],
)
def test_two_kinds_two_numbers_or_two_desks_of_a_town_are_not(one, other):
    assert closeness(one, other, communes=["Villeurbanne"]) < 70


def test_abbreviated_streets_are_the_same_and_another_number_is_not():
    assert same_address("12 R JEAN JAURES", "12, rue Jean-Jaurès")
    assert not same_address("12 rue Jean Jaurès", "14 rue Jean Jaurès")
    assert not same_address(None, "14 rue Jean Jaurès")


def test_a_number_alone_is_proposed_and_what_speaks_against_it_counts():
    same = compare(card(siret="77931148900040"), card("Autre nom", [FAR], siret="77931148900040"))
    exact = compare(card(siret="77931148900040"), card(places=[NEAR], siret="77931148900040"))

    assert exact.score >= 90
    assert same.score < exact.score
    assert same.facts["far"]


def test_a_close_name_at_the_same_door_is_proposed_with_its_reasons():
    likeness = compare(card(phones=frozenset({"+33472000000"})), card("EMMAUS LYON", [NEAR]))

    near, apart = sentences(likeness.facts)

    assert likeness.score >= PROPOSED_FROM
    assert "même nom" in near
    assert apart == []


def test_neighbours_with_one_switchboard_are_not_proposed():
    town_hall = card("Mairie de Villeurbanne", phones=frozenset({"+33478036767"}))
    desk = card("Mission locale", [NEAR], phones=frozenset({"+33478036767"}))

    assert compare(town_hall, desk).score < PROPOSED_FROM


def test_the_telephone_of_a_whole_country_brings_nobody_together():
    shared = frozenset({"+33800130000"})

    assert "phone" not in compare(card(phones=shared), card(phones=shared)).facts


def test_two_numbers_of_one_list_are_held_for_two():
    listed = {"finess": "690000001", "source": "FINESS", "source_id": "690000001"}
    other = listed | {"finess": "690000002", "source_id": "690000002"}

    apart = compare(card(**listed), card("Emmaüs Villeurbanne", [NEAR], **other))

    assert apart.score < PROPOSED_FROM
    assert "numéros FINESS différents" in sentences(apart.facts)[1]


def test_words_say_how_likely():
    assert [degree(score) for score in (85, 70, 50)] == ["très probable", "probable", "à vérifier"]
