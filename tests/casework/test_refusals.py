"""Wrong input is refused at its field, in French; what was typed stays, nothing is stored."""

import html

import pytest
import sqlalchemy as sa

from app.filters import NBSP
from models.person import SupervisedPerson
from tests.casework.pages import in_days, tig_page
from tests.factories import CounsellorFactory

CROSSED = (
    '{"type":"Polygon","coordinates":[[[4.8,45.7],[4.9,45.8],[4.9,45.7],[4.8,45.8],[4.8,45.7]]]}'
)
ABROAD = '{"type":"Polygon","coordinates":[[[45.7,4.8],[45.8,4.8],[45.8,4.9],[45.7,4.8]]]}'

REFUSED = [
    ({"birth_date": in_days(-17 * 365)}, "protection judiciaire de la jeunesse"),
    ({"birth_date": in_days(10)}, "dans l'avenir"),
    ({"birth_date": "31/02/1990"}, "Écrivez une date qui existe"),
    ({"last_name": ""}, "Écrivez le nom de la personne."),
    ({"last_name": "x" * 10_000}, "80 caractères au plus."),
    ({"first_name": "A\x00lex"}, "caractère invisible"),
    ({"phone": "12"}, "Ce numéro n'existe pas"),
    ({"sex": "X"}, "Choisissez dans la liste."),
    ({"hours_ordered": "401"}, "de 20 à 400 heures (art. 131-8 du code pénal)"),
    ({"hours_ordered": "19"}, "de 20 à 400 heures"),
    ({"hours_ordered": "121", "offence_class": "CONTRAVENTION"}, "de 20 à 120 heures"),
    ({"hours_ordered": "101", "offence_class": "COMPOSITION", "measure_type": "TNR"}, "1 à 100"),
    ({"offence_class": "COMPOSITION"}, "pas un TIG"),
    ({"hours_ordered": ""}, "Écrivez le nombre d'heures prononcées."),
    ({"hours_ordered": "12,5"}, "Écrivez un nombre entier d'heures"),
    ({"enforceable_on": ""}, "devenue exécutoire"),
    ({"measure_type": "SURSIS_PROBATOIRE"}, "choisissez l'une de ces mesures"),
    ({"earliest_on": in_days(9), "latest_on": in_days(8)}, "La fin doit être après le début ("),
    ({"earliest_on": in_days(-9), "latest_on": in_days(-8)}, "Cette période est passée"),
    ({"latest_on": in_days(4000)}, "dans plus de 5 ans"),
    ({"radius_km": "10000"}, "de 1 à 200"),
    ({"radius_km": "0"}, "de 1 à 200"),
    ({"commune": "Villeurbane"}, "Vouliez-vous dire : Villeurbanne (69100, Rhône)"),
    ({"commune": "xqzwk"}, "Nous ne connaissons pas la commune « xqzwk »"),
    ({"lon": "2.35", "lat": "48.85"}, "loin de cette commune"),
    ({"lon": "45.76", "lat": "4.87"}, "pas en France"),
    ({"lon": "nan", "lat": "4.87"}, "Nous n'avons pas pu lire le point"),
    (
        {"employment": "EMPLOYED", "job_hours_per_week": ""},
        "nombre d'heures par semaine",
    ),
    ({"zone_geojson": CROSSED}, "se croise elle-même"),
    ({"zone_geojson": ABROAD}, "sort de France"),
    ({"zone_geojson": "[" * 5_000}, "pas pu lire la zone"),
    ({"zone_geojson": '{"type":"Point","coordinates":[4.8,45.7]}'}, "pas pu lire la zone"),
    ({"owner_agreement_on": in_days(3)}, "ne peut pas être daté dans l'avenir"),
    ({"avoided": ["EVERYTHING"]}, "Choisissez dans la liste."),
]


@pytest.mark.parametrize(("typed", "sentence"), REFUSED)
def test_wrong_input_is_refused_at_its_field(session, browse_as, typed, sentence):
    answer = browse_as(CounsellorFactory()).post("casework.create", tig_page(**typed))

    page = html.unescape(answer.text).replace(NBSP, " ")
    assert answer.status_code == 422
    assert sentence in page
    assert 'value="Belkacem"' in page or "last_name" in typed
    assert session.scalar(sa.select(sa.func.count(SupervisedPerson.id))) == 0


def test_what_was_typed_is_still_there(browse_as):
    answer = browse_as(CounsellorFactory()).post(
        "casework.create", tig_page(radius_km="10000", commune="Villeurbane")
    )

    assert 'value="10000"' in answer.text
    assert 'value="Villeurbane"' in answer.text
    assert 'value="SAT" checked' in answer.text


def test_errors_are_summed_up_in_the_order_of_the_page(browse_as):
    wrong = {"last_name": "", "hours_ordered": "401", "commune": "", "radius_km": "0"}

    answer = browse_as(CounsellorFactory()).post("casework.create", tig_page(**wrong))

    links = ["#last_name", "#hours_ordered", "#commune", "#radius_km"]
    places = [answer.text.index(f'href="{link}"') for link in links]
    assert places == sorted(places)
