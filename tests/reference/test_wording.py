"""Opening hours and names, as they are published and as they are kept."""

import json

import pytest
from opening_hours import OpeningHours

from seeds.reference.hours import to_osm
from seeds.reference.spelling import full_name, town_hall_name

MORNING = ["08:30:00", "12:00:00"]
AFTERNOON = ["13:30:00", "17:00:00"]


@pytest.mark.parametrize(
    ("periods", "osm"),
    [
        ([["lundi", "vendredi", [MORNING]]], "Mo-Fr 08:30-12:00"),
        ([["mardi", "mardi", [AFTERNOON, MORNING]]], "Tu 08:30-12:00,13:30-17:00"),
        (
            [["samedi", "samedi", [MORNING]], ["lundi", "mardi", [AFTERNOON]]],
            "Mo-Tu 13:30-17:00; Sa 08:30-12:00",
        ),
        ([["lundi", "lundi", [MORNING]], ["mardi", "mardi", [MORNING]]], "Mo-Tu 08:30-12:00"),
        ([["vendredi", "", [MORNING]]], "Fr 08:30-12:00"),
        ([["samedi", "lundi", [MORNING]]], "Mo 08:30-12:00; Sa-Su 08:30-12:00"),
        ([["lundi", "lundi", [["12:30:00", "12:30:00"]]]], None),
        ([["", "lundi", [MORNING]]], None),
        ([], None),
    ],
)
def test_published_hours_become_the_openstreetmap_syntax(periods, osm):
    assert to_osm(json.dumps(periods)) == osm
    assert osm is None or OpeningHours(osm) is not None


def test_no_hours_at_all_are_unknown_hours():
    assert to_osm("") is None


@pytest.mark.parametrize(
    ("name", "article", "full", "town_hall"),
    [
        ("Villeurbanne", "0", "Villeurbanne", "Mairie de Villeurbanne"),
        ("Ambronay", "1", "Ambronay", "Mairie d'Ambronay"),
        ("Mans", "2", "Le Mans", "Mairie du Mans"),
        ("Rochelle", "3", "La Rochelle", "Mairie de La Rochelle"),
        ("Abymes", "4", "Les Abymes", "Mairie des Abymes"),
        ("Abergement-de-Varey", "5", "L'Abergement-de-Varey", "Mairie de L'Abergement-de-Varey"),
        (
            "Lyon 3e Arrondissement",
            "0",
            "Lyon 3e arrondissement",
            "Mairie du 3e arrondissement de Lyon",
        ),
    ],
)
def test_a_name_is_written_with_its_article(name, article, full, town_hall):
    assert full_name(name, article) == full
    assert town_hall_name(name, article) == town_hall
