"""A commune is read inside a text when its name leaves no doubt."""

import pytest

from search.geocoder.inside import commune_in
from search.geocoder.misspelt import commune_like


@pytest.mark.parametrize(
    ("text", "name", "rest"),
    [
        ("csapa villeurbanne", "Villeurbanne", "csapa"),
        ("Villeurbanne, csapa", "Villeurbanne", "csapa"),
        ("un foyer à bourg en bresse", "Bourg-en-Bresse", "un foyer"),
        ("chrs st-etienne", "Saint-Étienne", "chrs"),
        ("tig l'arbresle", "L'Arbresle", "tig"),
        ("tig Lyon 3e", "Lyon 3e arrondissement", "tig"),
        ("un foyer près de Lyon pour un couple", "Lyon", "un foyer pour un couple"),
        ("villeurbanne", "Villeurbanne", ""),
        ("csapa 69100 Villeurbanne", "Villeurbanne", "csapa"),
        ("aci, Villeurbanne (69100)", "Villeurbanne", "aci"),
        ("foyer l'arbresle", "L'Arbresle", "foyer"),
        ("emploi 69100", "Villeurbanne", "emploi"),
        ("69100", "Villeurbanne", ""),
        ("à Villeurbanne", "Villeurbanne", ""),
        ("csapa lyon7", "Lyon 7e arrondissement", "csapa"),
        ("psy lyon 06", "Lyon 6e arrondissement", "psy"),
        ("csapa à proximité de Tarare", "Tarare", "csapa"),
        ("alcoolique à la rue Lyon", "Lyon", "alcoolique à la rue"),
        ("csapa villeurbanne (69)", "Villeurbanne", "csapa"),
        ("csapa villeurbanne rhône", "Villeurbanne", "csapa"),
        ("csapa 42", "42 (Loire", "csapa"),
        ("csapa dans le 01", "01 (Ain", "csapa"),
    ],
)
def test_the_commune_and_the_rest(text: str, name: str, rest: str, session):
    inside = commune_in(session, text)

    assert inside is not None
    assert inside.place.label.startswith(name)
    assert inside.rest == rest


@pytest.mark.parametrize(
    "text",
    [
        "",
        "csapa",
        "12 rue de Villeurbanne",
        "cours lyon",
        "csapa -villeurbanne",
        "csapa -69100",
        "99999",
        "691000",
        "csapa sans lyon",
        "ars",
        "résidence de la reyssouze",
        "42",
        "foyer de 16 à 42",
        "csapa 00",
        "12 à la rue de Lyon",
        "x" * 5_000,
        "\x00\ud800",
    ],
)
def test_no_commune_is_read(text: str, session):
    assert commune_in(session, text) is None


@pytest.mark.parametrize(
    ("text", "name", "rest"),
    [
        ("mission locale vaux en velin", "Vaulx-en-Velin", "mission locale"),
        ("cmp à montbrisson", "Montbrison", "cmp"),
    ],
)
def test_a_misspelt_commune_is_recognised_when_asked_for(text: str, name: str, rest: str, session):
    assert commune_in(session, text) is None
    inside = commune_like(session, text)

    assert inside is not None
    assert inside.place.label.startswith(name)
    assert inside.rest == rest


@pytest.mark.parametrize("text", ["", "csapa", "maison relais", "bourq", "x" * 5_000, "\x00"])
def test_other_words_are_like_no_commune(text: str, session):
    assert commune_like(session, text) is None
