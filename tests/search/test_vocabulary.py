"""The vocabulary is sound, and French stems keep its words apart (tried, not believed)."""

import itertools

import pytest
import yaml

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


def pairs():
    """Every term of the files with what it is said to mean, both in plain words."""
    loaded = vocabulary.load()
    for term, means in loaded.meanings.items():
        for mean in means:
            words = [word for word in vocabulary.plain(mean) if word not in loaded.small_words]
            yield term, vocabulary.key(words, loaded.acronyms)


def test_no_everyday_word_leads_back_to_itself():
    """One way only: an everyday word that its own meaning leads back to would be an equivalent."""
    known = set(pairs())
    equal = [
        {vocabulary.key(vocabulary.plain(term), vocabulary.load().acronyms) for term in group}
        for group in yaml.safe_load((vocabulary.FILES / "equivalents.yml").read_text("utf-8"))
    ]
    everyday = yaml.safe_load((vocabulary.FILES / "everyday.yml").read_text("utf-8"))
    long = {term for term in map(str, everyday) if len(vocabulary.plain(term)) > 1}
    keys = {vocabulary.key(vocabulary.plain(term), vocabulary.load().acronyms) for term in long}

    loops = [
        (term, mean)
        for term, mean in known
        if term in keys and (mean, term) in known and not any({term, mean} <= g for g in equal)
    ]

    assert loops == []


@pytest.mark.parametrize("name", ["acronyms", "everyday", "types"])
def test_no_entry_is_written_twice(name: str):
    """A second line under the same name would hide the first, in silence."""
    lines = (vocabulary.FILES / f"{name}.yml").read_text("utf-8").splitlines()
    names = [line.partition(":")[0].strip('"') for line in lines if not line.startswith("#")]
    said = [tuple(vocabulary.plain(one)) for one in names]

    assert sorted({one for one in said if said.count(one) > 1}) == []


def test_no_entry_is_made_of_small_words_alone():
    """Small words are left out of questions: such an entry could never be asked."""
    assert all(vocabulary.load().meanings)


@pytest.mark.parametrize("path", sorted(vocabulary.FILES.glob("*.yml")), ids=lambda p: p.stem)
def test_every_file_says_where_it_comes_from(path):
    assert path.read_text("utf-8").startswith("#")
