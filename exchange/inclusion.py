"""What data·inclusion calls a place, and what we call it, both ways."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from exchange.values.kinds import FAMILY_OF, known_kind
from models.base import Code
from models.codes.families import types_of
from models.codes.offer import Family


@cache
def _lists() -> dict[str, Any]:
    text = Path(__file__).with_suffix(".yml").read_text("utf-8")
    told: dict[str, Any] = yaml.safe_load(text)
    return told


def place_of(name: str, themes: Iterable[str], networks: Iterable[str]) -> tuple[Family, Code]:
    """By what the service is called, when that is a kind; else by its theme and its network."""
    if named := known_kind(name, None):
        return named
    family, kind = _by_theme(sorted(themes))
    for network in sorted(networks):
        carried = _lists()["networks"].get(network)
        if carried in types_of(family)._value2member_map_ and _is_home(carried, family):
            return family, types_of(family)(carried)
    return family, kind


def _by_theme(themes: list[str]) -> tuple[Family, Code]:
    """The most telling of the themes; without any, an accompaniment of some sort."""
    told = _lists()["themes"]
    matching = [mark for theme in themes for mark in told if theme.startswith(mark)]
    family, kind = told[max(matching, key=len)] if matching else (Family.DROITS, "AUTRE")
    return Family(family), types_of(Family(family))(kind)


def _is_home(kind: str, family: Family) -> bool:
    """Kinds of support share one list: each has its family."""
    return FAMILY_OF.get(kind, family) == family


def themes_of(family: Family, kind: Code) -> list[str]:
    """The theme that says it best."""
    ours = _lists()["ours"]
    return [ours.get(kind.value) or ours[family.value]]


def networks_of(kinds: Iterable[Code]) -> list[str]:
    """The networks whose name is a kind of place."""
    wanted = {kind.value for kind in kinds}
    told: dict[str, str] = _lists()["networks"]
    named = {kind: network for network, kind in reversed(told.items())}
    return sorted(named[kind] for kind in wanted if kind in named and kind != "AIDE_ALIMENTAIRE")


def is_network(slug: str) -> bool:
    """Whether data·inclusion knows this network."""
    return slug in _known_networks()


@cache
def _known_networks() -> frozenset[str]:
    return frozenset(_lists()["known_networks"].split())
