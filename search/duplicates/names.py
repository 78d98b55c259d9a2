"""How close two names or two addresses are, from 0 to 100; pure."""

import re
import unicodedata
from collections.abc import Collection
from functools import lru_cache

from rapidfuzz import fuzz

# Words that tell nothing of whose name it is.
NOTHING = "a asso association au aux d de des du en et l la le les pour sa sarl sas scic scop"
EMPTY = frozenset(NOTHING.split())
WRITTEN_OUT = {"st": "saint", "ste": "sainte", "av": "avenue", "ave": "avenue", "bd": "boulevard"}
WRITTEN_OUT |= {"bld": "boulevard", "r": "rue", "pl": "place", "che": "chemin", "rte": "route"}
WRITTEN_OUT |= {"all": "allee", "imp": "impasse", "crs": "cours", "sq": "square", "fg": "faubourg"}
# Kinds of establishment: two different ones at one address are two records.
ACRONYMS = """
    aci ai caarud cada caf cattp ccas cegidd chrs chu cidff cimade cmp cpam cph csapa ehpad ei esat
    etti fjt geiq huda lam lhss mairie mda mdph mjd msa pass samsah samu savs siao spip udaf
    tribunal
"""
KINDS = frozenset(ACRONYMS.split())
# A set of common words is less sure than the same words.
PART = 0.92
OTHER_KIND = 45
OTHER_NUMBER = 65


@lru_cache(maxsize=50_000)
def words(text: str) -> tuple[str, ...]:
    """The words of a name, folded, abbreviations written out, without those that tell nothing."""
    plain = unicodedata.normalize("NFKD", text.lower().replace("œ", "oe"))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    cut = re.findall(r"[a-z]+|\d+", plain)
    return tuple(WRITTEN_OUT.get(word, word) for word in cut if word not in EMPTY)


def closeness(one: str, other: str, *, communes: Collection[str] = ()) -> int:
    """How close two names are; the commune that both bear counts for little."""
    first, second = words(one), words(other)
    if not first or not second:
        return 0
    here = {word for commune in communes for word in words(commune)}
    score = min(_ratio(first, second), _ratio(_without(first, here), _without(second, here)))
    return round(min(score, _ceiling(frozenset(first), frozenset(second))))


def same_address(one: str | None, other: str | None) -> bool:
    """The same number in the same street, whatever the abbreviations."""
    if not one or not other:
        return False
    first, second = words(one), words(other)
    numbers = [[word for word in said if word.isdigit()] for said in (first, second)]
    if numbers[0][:1] != numbers[1][:1]:
        return False
    return fuzz.token_sort_ratio(" ".join(first), " ".join(second)) >= 90


def _ratio(first: tuple[str, ...], second: tuple[str, ...]) -> float:
    one, other = " ".join(first), " ".join(second)
    whole = fuzz.token_sort_ratio(one, other)
    if min(len(first), len(second)) < 2:
        return whole
    return max(whole, fuzz.token_set_ratio(one, other) * PART)


def _without(said: tuple[str, ...], here: Collection[str]) -> tuple[str, ...]:
    left = tuple(word for word in said if word not in here)
    return left or said


def _ceiling(first: frozenset[str], second: frozenset[str]) -> int:
    """Two kinds, or two numbers, are two records however alike the rest."""
    kinds = first & KINDS, second & KINDS
    if all(kinds) and not kinds[0] & kinds[1]:
        return OTHER_KIND
    numbers = [{word for word in said if word.isdigit()} for said in (first, second)]
    return OTHER_NUMBER if numbers[0] != numbers[1] else 100
