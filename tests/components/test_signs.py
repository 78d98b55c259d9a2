"""Nothing is told by colour alone: every sign comes with its words."""

import json

import pytest

from app.filters import NARROW, NBSP
from models.codes.offer import Family

SIGN = '{% from "components/availability.html" import availability %}{{ availability(sign, n=n) }}'
BADGE = '{% from "components/family_badge.html" import family_badge %}{{ family_badge(code) }}'
MAP = '{% from "components/map.html" import map %}{{ map(points, home=[4.8, 45.7]) }}'
COUNTER = '{% from "components/counter.html" import counter %}{{ counter("/", "Lits", n, 0, 3) }}'
VERDICT = '{% from "components/verdict.html" import verdict %}{{ verdict("UNMET", "trop loin") }}'


def said(tree):
    text = "".join(tree.find("body").itertext())
    return " ".join(text.replace(NBSP, " ").replace(NARROW, " ").split())


@pytest.mark.parametrize(
    ("sign", "n", "words"),
    [
        ("free", 3, "3 3 places libres"),
        ("last", None, "1 Dernière place"),
        ("full", None, "Complet"),
        ("over", None, "Au-delà de la capacité"),
        ("unknown", None, "À confirmer"),
        ("suspended", None, "Suspendu"),
    ],
)
def test_each_availability_sign_has_its_drawing_and_its_words(render, sign, n, words):
    tree = render(SIGN, sign=sign, n=n)

    assert said(tree) == words.replace("3 3", "33").replace("1 D", "1D")
    assert tree.find(".//{*}use").get("href").endswith(f"#sign-{sign}")


@pytest.mark.parametrize("family", list(Family))
def test_every_family_has_an_icon_and_a_word(render, family):
    tree = render(BADGE, code=family)

    assert said(tree)
    assert tree.find(".//{*}use").get("href").split("#")[1]


def test_the_map_carries_its_points_and_a_sentence_for_when_it_cannot_be_drawn(render):
    points = [{"id": 1, "lon": 4.8, "lat": 45.7, "label": "L'Abri d'un soir <b>"}]

    tree = render(MAP, points=points)

    assert json.loads(tree.find(".//*[@data-map]").get("data-points")) == points
    assert "La liste dit tout." in said(tree)


def test_a_counter_cannot_go_past_its_bounds(render):
    fewer, more = render(COUNTER, n=3).iter("button")

    assert (fewer.get("value"), fewer.get("disabled")) == ("2", None)
    assert more.get("disabled") is not None


def test_a_verdict_is_said_in_words_too(render):
    icon = render(VERDICT).find(".//{*}svg")

    assert icon.get("aria-label") == "Ne convient pas :"
