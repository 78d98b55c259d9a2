"""When one may come, as the sheet says it: an ordinary week, even printed in an unusual one."""

import datetime as dt

import pytest

from app.handout.languages import ours
from app.handout.neutral import Sieve
from app.handout.opening import opening
from app.handout.sheet import Given
from app.handout.words import Words
from models.offer_kinds import CareOffer

MONDAY = dt.date(2026, 11, 16)


def told(text: str, language: str = "fr") -> list[str]:
    words = Words(ours()[language])
    given = Given(CareOffer(), words, Sieve(lambda acronym: None), on=MONDAY)
    return [line.striptags() for line in opening(given, text)]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Mo-Fr 09:00-17:00; 2026 Nov 16-2026 Nov 29 off",
            [
                "Du lundi au vendredi, de 9 h à 17 h.",
                "Fermé du lundi 16 novembre 2026 au dimanche 29 novembre 2026.",
            ],
        ),
        (
            "Mo-Fr 09:00-17:00; PH off; 2026 Nov 18 off",
            [
                "Du lundi au vendredi, de 9 h à 17 h.",
                "Fermé le mercredi 18 novembre 2026.",
                "Fermé les jours fériés.",
            ],
        ),
        ("Mo-Su 20:00-08:00", ["Tous les jours, de 20 h à 8 h."]),
        ("Fr-Sa 22:00-02:00", ["Du vendredi au samedi, de 22 h à 2 h."]),
        ("24/7", ["Ouvert jour et nuit, tous les jours."]),
        ('Mo 09:00-12:00; Sa "sur rendez-vous"', ["Le lundi, de 9 h à 12 h."]),
        (
            "Mo-Fr 09:00-17:00; 2025 Aug 01-2025 Aug 15 off",
            ["Du lundi au vendredi, de 9 h à 17 h."],
        ),
        ("Le matin.", ["Horaires : Le matin."]),
    ],
)
def test_the_week_is_the_ordinary_one_and_what_is_shut_is_said_after(text, lines):
    assert told(text) == lines


def test_what_is_shut_is_said_in_the_language_of_the_sheet():
    assert told("Mo-Fr 09:00-17:00; 2026 Nov 18 off", "en")[1].startswith("Closed on ")
