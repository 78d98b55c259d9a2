"""The entries of the vocabulary that a new word may be said to mean."""

from functools import cache

from models.codes.families import types_of
from models.codes.offer import Family
from search import vocabulary


@cache
def choices() -> dict[str, str]:
    """What is searched for each entry, with the words it is chosen by, in their order."""
    entries = vocabulary.files().entries
    acronyms = {
        term: f"{term} ({meanings[0]})" for term, meanings in entries.items() if term.isupper()
    }
    kinds = {
        code.label: code.label
        for family in Family
        for code in types_of(family)
        if not code.is_retired and code.value not in acronyms
    }
    chosen = acronyms | kinds
    return dict(sorted(chosen.items(), key=lambda one: vocabulary.plain(one[1])))
