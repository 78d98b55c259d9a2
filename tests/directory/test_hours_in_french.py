"""Wherever two values of hours stand side by side, they are said in French."""

import pytest

from app.directory.history.words import said
from app.duplicates.fields import FIELDS
from app.hours.french import in_french
from app.imports import words
from models.codes.duplicates import Level
from models.codes.history import Subject
from models.organization import Site

WRITTEN = "Mo-Fr 08:30-12:00,13:30-17:00; PH off"
READ = "Lundi au vendredi : 8 h 30 à 12 h et 13 h 30 à 17 h ; fermé les jours fériés"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (WRITTEN, READ),
        (
            "Mo,We 18:00-02:00; Sa off",
            "Lundi et mercredi : 18 h à 2 h le lendemain ; samedi : fermé",
        ),
        ('Tu 09:00-24:00 "sur rendez-vous"', "Mardi : 9 h à minuit (sur rendez-vous)"),
        ("2099 Aug 02-2099 Aug 20 off", "Fermé du 2 août au 20 août 2099"),
        ("24/7", "24 h sur 24, tous les jours"),
        ("Sa-Su 00:00-24:00", "Samedi et dimanche : 24 h sur 24"),
        # What the words here cannot say stays as it is, whole.
        ("Mo-Fr sunrise-12:00; PH off", "Mo-Fr sunrise-12:00; PH off"),
        ("", ""),
    ],
)
def test_hours_are_said_in_french(written, read):
    assert in_french(written) == read


def test_comparisons_histories_and_imports_say_them_so():
    field = next(one for one in FIELDS[Level.SITE] if one.name == "opening_hours")

    assert field.said(Site(opening_hours=WRITTEN)) == READ
    assert said(Subject.SITE, "opening_hours", WRITTEN, communes={}) == READ
    assert words.value("opening_hours", WRITTEN) == READ
