"""Fewer words: those of the field stay, small words go with what they lead to."""

import pytest

from search.vocabulary.fewer import MOST_TRIED, fewer


@pytest.mark.parametrize(
    ("text", "kept", "left_out"),
    [
        ("psychologue gratuit", "psychologue", ("gratuit",)),
        ("gestion du chantier", "chantier", ("gestion",)),
        ("monsieur alcoolique à la rue", "alcoolique à la rue", ("monsieur",)),
        ("place en chantier sérieuse", "chantier", ("sérieuse",)),
        ("chrs -femmes ouvert", "chrs -femmes", ("ouvert",)),
        ("tig ouvert sauf espaces verts", "tig sauf espaces verts", ("ouvert",)),
        ("sans abri malade", "sans abri", ("malade",)),
        ("suivi addicto + hébergement d'urgence", "addicto hébergement d'urgence", ("suivi",)),
    ],
)
def test_the_words_of_the_field_stay(text: str, kept: str, left_out: tuple[str, ...]):
    first = next(fewer(text))

    assert (first.kept, first.left_out) == (kept, left_out)


@pytest.mark.parametrize("text", ["", "csapa", "- -", "sans", "sauf", "et", "chrs sans femmes"])
def test_of_one_thing_nothing_is_left_out(text: str):
    assert list(fewer(text)) == []


def test_words_that_no_offer_has_are_never_kept():
    kept = [less.kept for less in fewer("csapa zzzz gratuit", unknown=("zzzz",))]

    assert kept == ["csapa"]


def test_a_long_text_is_tried_a_few_times_only():
    tried = list(fewer(" ".join(f"mot{n}" for n in range(40))))

    assert len(tried) == MOST_TRIED
