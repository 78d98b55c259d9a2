"""The words each kind of offer answers to: its label, its acronym, its other names, its family."""

from collections.abc import Mapping
from functools import cache

from models.base import Code
from models.codes.families import types_of
from models.codes.offer import Family
from search import vocabulary

TAG = "bracelet électronique DDSE"
PMR = "PMR accessible"
DOMICILIATION = "domiciliation"


@cache
def by_type() -> dict[str, dict[str, str]]:
    """Family, then type, then words."""
    types = vocabulary.load().types
    return {
        family.value: {code.value: _words(family, code, types) for code in types_of(family)}
        for family in Family
    }


def _words(family: Family, code: Code, types: Mapping[str, str]) -> str:
    names = [code.label, types.get(code.value, ""), family.label, family.value.replace("_", " ")]
    if "_" not in code.value and code.value.lower() in vocabulary.load().acronyms:
        names.append(code.value)
    return " ".join(names)
