"""The vocabulary is sound, and French stems keep its words apart (tried, not believed)."""

import itertools

import pytest

from models.codes.families import types_of
from models.codes.offer import Family
from search import vocabulary
from search.postgresql.stems import stems

FAMILIES_OF_WORDS = [
    {"logement", "logements", "loger"},
    {"hébergement", "hébergements", "héberger", "hébergé"},
    {"soin", "soins"},
    {"formation", "formations"},
    {"peinture", "peintures"},
    {"permis"},
    {"permission"},
    {"insertion"},
    {"stage", "stages"},
    {"travail"},
    {"jeune", "jeunes"},
    {"espace", "espaces"},
    {"logistique"},
    {"social", "sociale", "sociales", "sociaux"},
    {"mission", "missions"},
    {"santé"},
    {"sanitaire"},
    {"addiction", "addictions"},
    {"bracelet", "bracelets"},
    {"foyer", "foyers"},
    {"domicile", "domiciles"},
    {"domiciliation"},
    {"parent", "parents"},
    {"partenaire", "partenaires"},
    {"justice"},
    {"juste"},
]


def stem(session, word: str) -> str:
    (plain,) = vocabulary.plain(word)
    return stems(session, [plain])[plain]


@pytest.mark.parametrize("words", FAMILIES_OF_WORDS, ids=min)
def test_the_forms_of_a_word_share_a_stem(words: set[str], session):
    assert len({stem(session, word) for word in words}) == 1


def test_words_that_differ_keep_apart(session):
    firsts = [min(words) for words in FAMILIES_OF_WORDS]
    found = {word: stem(session, word) for word in firsts}

    merged = [
        pair for pair in itertools.combinations(firsts, 2) if len({*map(found.get, pair)}) == 1
    ]

    assert merged == []


def test_other_names_belong_to_types_that_exist():
    codes = {code.value for family in Family for code in types_of(family)}

    assert set(vocabulary.load().types) <= codes


def test_no_word_means_only_itself():
    for key, means in vocabulary.load().meanings.items():
        assert means, key
        assert " ".join(key) not in {" ".join(vocabulary.plain(mean)) for mean in means}


def test_acronyms_in_meanings_are_known():
    known = vocabulary.load()
    named = {mean for means in known.meanings.values() for mean in means if mean.isupper()}

    assert {mean.lower() for mean in named} <= known.acronyms
