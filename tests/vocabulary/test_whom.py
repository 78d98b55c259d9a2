"""Words that say for whom: each entry is read as it says, and no other entry is cut by one."""

import pytest
import yaml

from app.directory.facets import BOXES
from app.directory.whom import LISTED
from models.codes.offer import Gender
from search import vocabulary
from search.vocabulary import whom

ENTRIES = vocabulary.files().whom


@pytest.mark.parametrize("term", ENTRIES)
def test_each_entry_says_what_it_says_and_nothing_is_left_of_it(term):
    read = whom.read(f"chrs {term}")

    assert read == whom.Whom(frozenset(ENTRIES[term]), (term,), "chrs")


def test_no_entry_hides_another():
    assert len(whom.entries()) == len(ENTRIES)


def test_every_code_is_a_filter():
    known = {gender.value for gender in Gender} | {axis.value for axis in BOXES.values()}
    known |= {code.value for codes in LISTED.values() for code in codes}

    assert {code for codes in ENTRIES.values() for code in codes} <= known


def test_entries_of_the_other_files_are_left_whole():
    """« femme de ménage » is a trade, « violences conjugales » no couple to house."""
    phrases = [term for term in vocabulary.files().entries if len(term.split()) > 1]
    ours = {vocabulary.key(vocabulary.plain(term), frozenset()) for term in ENTRIES}
    others = [
        term for term in phrases if vocabulary.key(vocabulary.plain(term), frozenset()) not in ours
    ]

    assert [term for term in others if whom.read(term)] == []


@pytest.mark.parametrize(
    ("text", "typed", "rest"),
    [
        ("Un foyer pour des femmes à Lyon", ("femmes",), "Un foyer à Lyon"),
        ("avec ses enfants", ("ses enfants",), ""),
        ("CHRS (couples), Lyon", ("couples",), "CHRS Lyon"),
        ("chrs -lyon couple", ("couple",), "chrs -lyon"),
        ("couple -lyon chrs", ("couple",), "-lyon chrs"),
        ("femmes-chrs", ("femmes",), "chrs"),
        ("logement me\u0300re isole\u0301e", ("mère isolée",), "logement"),
    ],
)
def test_they_are_taken_out_of_the_text_with_what_led_to_them(text, typed, rest):
    read = whom.read(text)

    assert read is not None
    assert (read.typed, read.rest) == (typed, rest)


@pytest.mark.parametrize(
    "text",
    [
        *("", "chrs", "chrs sans chien", "chrs sans les femmes", "chrs -femmes", "pas d'animaux"),
        *("hommes et femmes", "\x00\ud800", "é" * 5_000, "_" * 400),
    ],
)
def test_what_says_nothing_refuses_or_contradicts_is_left_alone(text):
    assert whom.read(text) is None


def test_no_entry_is_written_twice():
    lines = (vocabulary.FILES / "whom.yml").read_text("utf-8").splitlines()

    assert len(yaml.safe_load("\n".join(lines))) == sum(
        ":" in one for one in lines if one[0] != "#"
    )
