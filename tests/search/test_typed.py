"""What was read is told as it was typed, and corrected where it stands."""

import pytest

from search.vocabulary import replaced
from search.vocabulary.typed import as_typed


@pytest.mark.parametrize(
    ("read", "text", "typed"),
    [
        ("travailleur handicape", "un Travailleur handicapé", "Travailleur handicapé"),
        ("dormir soir", "où dormir ce soir", "dormir ce soir"),
        ("coeur", "restos du cœur", "cœur"),
        ("notre dame", "Notre-Dame", "Notre-Dame"),
        ("csapa", "addictologie", "csapa"),
        ("a", "(", "a"),
    ],
)
def test_words_are_told_as_they_were_typed(read: str, text: str, typed: str):
    assert as_typed(read, text) == typed


@pytest.mark.parametrize(
    ("text", "corrections", "right"),
    [
        ("Hébergment d'urgence", {"hebergment": "hebergement"}, "hebergement d'urgence"),
        ("ville urbanne csapa", {"ville urbanne": "villeurbanne"}, "villeurbanne csapa"),
        ("tileuls", {"tileul": "tilleul"}, "tileuls"),
    ],
)
def test_a_correction_takes_the_place_of_what_was_typed(text, corrections, right):
    assert replaced(text, corrections) == right
