"""What surrounds the table: chips one takes off, kinds one may tick, heads one may sort by."""

from dataclasses import dataclass
from typing import Any, NamedTuple

from flask import url_for

from app.network import links
from app.network.sorting import Order
from app.network.words import Said, said
from models.codes.families import types_of
from models.codes.offer import Family
from search.network.filters import NetworkFilter


class Chip(NamedTuple):
    """One filter at work, and the same view without it."""

    label: str
    url: str


@dataclass(frozen=True)
class Kinds:
    """The kinds of one family chosen."""

    family: str
    label: str
    choices: list[tuple[str, str]]


HEADS = (
    ("offre", "Offre"),
    ("structure", "Structure"),
    ("commune", "Commune"),
    ("famille", "Famille"),
    ("sorte", "Sorte"),
    ("etat", "Disponibilité"),
    ("libres", "Places libres"),
    ("confirmation", "Confirmé"),
    ("habilitation", "Habilitation TIG"),
)


def chips(form: Any, asked: NetworkFilter, link: links.Link) -> list[Chip]:
    """The filters at work but the territory, each with the way to take it off."""
    return [Chip(one.label, _without(one, link)) for one in said(form, asked.type_codes)]


def kinds(asked: NetworkFilter) -> list[Kinds]:
    """The kinds of each family chosen; families that share their kinds show them once."""
    shown = {
        types_of(family): family for family in reversed(list(Family)) if family in asked.families
    }
    ordered = sorted(shown.items(), key=lambda item: list(Family).index(item[1]))
    return [Kinds(family.value, family.label, codes.choices()) for codes, family in ordered]


def heads(order: Order, link: links.Link) -> list[dict[str, Any]]:
    """The heads of the table's columns, each a link that sorts by it."""
    first = {name: texts for name, texts in link.items() if name != "tri"}
    return [
        {
            "name": name,
            "label": label,
            "number": name == "libres",
            "url": url_for("network.index", **first, tri=str(order.turned(name))),
            "sorted": _way(order) if order.name == name else None,
        }
        for name, label in HEADS
    ]


def _way(order: Order) -> str:
    return "descending" if order.is_down else "ascending"


def _without(one: Said, link: links.Link) -> str:
    left = links.without(link, one.name, one.value or None)
    return url_for("network.index", **left)
