"""Words of the field are told with their accents."""

import pytest

from search.vocabulary.written import written


@pytest.mark.parametrize(
    ("plain", "said"),
    [
        ("hebergement", "hébergement"),
        ("hebergements", "hébergements"),
        ("espaces verts", "espaces verts"),
        ("coeur", "cœur"),
        ("meres isolees", "mères isolées"),
        ("villeurbanne", "villeurbanne"),
        ("accepte", "accepte"),
        ("115", "115"),
        ("", ""),
    ],
)
def test_a_word_of_the_field_gets_its_accents_and_others_stay(plain, said):
    assert written(plain) == said
