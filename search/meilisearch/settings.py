"""How Meilisearch is to read offers: the same vocabulary, and a version for each change."""

import hashlib
import json
from functools import cache
from typing import Any

from search import vocabulary
from search.engine import COUNTS_CAP
from search.vocabulary import key, plain

# To be raised when documents change while the settings do not.
DOCUMENTS = 2
CUTOFF_MS = 250


@cache
def settings() -> dict[str, Any]:
    """Names before text; acronyms are never misspelled; the order among matches is ours."""
    return {
        "searchableAttributes": ["names", "said"],
        "filterableAttributes": ["id", "department_code", "is_remote", "has_zones", "_geo"],
        "sortableAttributes": ["_geo"],
        "displayedAttributes": ["*"],
        "synonyms": _synonyms(),
        "stopWords": sorted(small_words()),
        "typoTolerance": {
            "enabled": True,
            "minWordSizeForTypos": {"oneTypo": 5, "twoTypos": 9},
            "disableOnWords": sorted(vocabulary.load().acronyms),
        },
        "localizedAttributes": [{"attributePatterns": ["*"], "locales": ["fra"]}],
        "pagination": {"maxTotalHits": COUNTS_CAP + 1},
        "searchCutoffMs": CUTOFF_MS,
    }


@cache
def version() -> str:
    """What changes with the settings, the vocabulary or the documents."""
    said = json.dumps([DOCUMENTS, settings()], sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()[:12]


def written(words: list[str]) -> str:
    """Words as documents, questions and synonyms alike write them: without plurals."""
    return " ".join(key(words, vocabulary.load().acronyms))


@cache
def small_words() -> frozenset[str]:
    """Words that find nothing by themselves, written as the others."""
    return frozenset(written([word]) for word in vocabulary.load().small_words)


def _synonyms() -> dict[str, list[str]]:
    known = vocabulary.files()
    return {
        " ".join(term): sorted({_meaning(other) for other in others})
        for term, others in sorted(known.meanings.items())
    }


def _meaning(text: str) -> str:
    small = vocabulary.load().small_words
    words = plain(text)
    return written([word for word in words if word not in small] or words)
