"""A commune is read inside a text when its name leaves no doubt."""

import pytest

from search.geocoder.inside import commune_in


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
        "x" * 5_000,
        "\x00\ud800",
    ],
)
def test_no_commune_is_read(text: str, session):
    assert commune_in(session, text) is None
