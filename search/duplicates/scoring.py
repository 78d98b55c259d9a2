"""How likely two records are one, from 0 to 100, and the facts that say so; pure.

Domain: SIRET, FINESS, telephone, e-mail, name and address close in text and on earth. No score
merges anything; from `PROPOSED_FROM`, the pair is shown to whoever keeps the directory there.
"""

import re
from collections.abc import Callable, Iterable
from itertools import product
from typing import Any, NamedTuple

from search.duplicates.cards import Card, Place, metres
from search.duplicates.names import closeness, same_address

Facts = dict[str, Any]
PROPOSED_FROM = 50
# What each fact weighs: a number is enough alone, unless the same list says that they are two.
WEIGHTS = {
    "siret": 75,
    "finess": 75,
    "rna": 50,
    "siren": 15,
    "phone": 25,
    "email": 25,
    "acronym": 10,
    "address": 25,
    "commune": 5,
    "other_siren": -25,
    "other_finess": -55,
    "other_rna": -20,
    "other_record": -15,
    "far": -20,
}
NAMES = ((95, 35), (85, 25), (70, 10), (50, 0), (0, -20))
DISTANCES = ((50, 25), (150, 20), (300, 12))
FAR_KM = 20
# A desk or a person answers these; 3949 or 0 800… is a country's switchboard.
OWN_NUMBER = re.compile(r"\+(33[1-79]|262|590|594|596|508)\d{6,9}$")
# Lists that give each of their records a number of its own.
NUMBERED = frozenset({"FINESS", "DATA_INCLUSION", "LES_EMPLOIS", "SERVICE_PUBLIC"})


class Likeness(NamedTuple):
    """A score, and the facts behind it: `name` is 0 to 100, `metres` and `km` are distances."""

    score: int
    facts: Facts


def compare(one: Card, other: Card) -> Likeness:
    """How likely it is that two cards tell of one record."""
    facts: Facts = {}
    for look in LOOKS:
        facts |= look(one, other)
    return Likeness(max(0, min(100, _sum(facts))), facts)


def _sum(facts: Facts) -> int:
    score = sum(WEIGHTS[name] for name, holds in facts.items() if holds and name in WEIGHTS)
    score += next(weight for least, weight in NAMES if facts["name"] >= least)
    if "address" not in facts:
        away = facts.get("metres", DISTANCES[-1][0] + 1)
        score += next((weight for most, weight in DISTANCES if away <= most), 0)
    return score


def _identifiers(one: Card, other: Card) -> Facts:
    facts: Facts = {}
    for name in ("finess", "rna"):
        mine, theirs = getattr(one, name), getattr(other, name)
        if mine and theirs:
            facts |= {name: mine} if mine == theirs else {f"other_{name}": True}
    return facts


def _siret(one: Card, other: Card) -> Facts:
    if not one.siret or not other.siret:
        return {}
    if one.siret == other.siret:
        return {"siret": one.siret}
    return {"siren": one.siret[:9]} if one.siret[:9] == other.siret[:9] else {"other_siren": True}


def _records(one: Card, other: Card) -> Facts:
    """Two numbers in one list: its keeper holds them for two."""
    is_numbered = one.source == other.source and one.source in NUMBERED
    return {"other_record": True} if is_numbered and one.source_id != other.source_id else {}


def _reached(one: Card, other: Card) -> Facts:
    facts: Facts = {}
    if phones := {number for number in one.phones & other.phones if OWN_NUMBER.match(number)}:
        facts["phone"] = min(phones)
    if emails := one.emails & other.emails:
        facts["email"] = min(emails)
    return facts


def _called(one: Card, other: Card) -> Facts:
    communes = {place.commune for place in (*one.places, *other.places) if place.commune}
    facts: Facts = {"name": closeness(one.name, other.name, communes=communes)}
    if one.acronym and other.acronym and one.acronym.lower() == other.acronym.lower():
        facts["acronym"] = one.acronym
    return facts


def _placed(one: Card, other: Card) -> Facts:
    pairs = list(product(one.places, other.places))
    if not pairs:
        return {}
    shared = [(a, b) for a, b in pairs if a.insee_code == b.insee_code]
    away = min((far for a, b in pairs if (far := metres(a, b)) is not None), default=None)
    return _addressed(shared) | _distant(shared, away)


def _addressed(shared: Iterable[tuple[Place, Place]]) -> Facts:
    same = (a.address for a, b in shared if same_address(a.address, b.address))
    address = next(same, None)
    return {"address": address} if address else {}


def _distant(shared: list[tuple[Place, Place]], away: float | None) -> Facts:
    facts: Facts = {"commune": shared[0][0].commune or True} if shared else {}
    if away is not None and away <= DISTANCES[-1][0]:
        facts["metres"] = round(away)
    elif away is not None and away > FAR_KM * 1000 and not shared:
        facts |= {"far": True, "km": round(away / 1000)}
    elif away is None and not shared:
        facts["far"] = True
    return facts


LOOKS: tuple[Callable[[Card, Card], Facts], ...] = (
    *(_siret, _identifiers, _records),
    *(_reached, _called, _placed),
)
