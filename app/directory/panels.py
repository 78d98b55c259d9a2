"""Families as tabs and kinds as boxes, with how many offers each would give."""

from dataclasses import dataclass

from flask import url_for

from app.directory import links
from app.directory.forms.search import SearchForm
from app.directory.kinds import types_of
from models.codes.offer import Family
from search.engine import SearchPage

# Twelve tabs must fit on two lines.
SHORT = {Family.TIG: "TIG", Family.VICTIMES_JR: "Victimes"}


@dataclass(frozen=True)
class Tab:
    """One family, as a link."""

    label: str
    url: str
    current: bool
    count: int


@dataclass(frozen=True)
class Choice:
    """One kind of the family chosen, as a box."""

    code: str
    label: str
    count: int
    checked: bool


def tabs(page: SearchPage, form: SearchForm, link: links.Link) -> list[Tab]:
    """All the families together, then each one that has something to show."""
    chosen = form.famille.data
    anywhere = links.without(link, ("famille", "type", "apres"))
    everything = Tab(
        "Toutes",
        url_for("directory.index", **anywhere),
        chosen is None,
        sum(page.family_counts.values()),
    )
    return [everything] + [
        Tab(
            SHORT.get(family, family.label),
            url_for("directory.index", **anywhere, famille=family.value),
            family is chosen,
            page.family_counts.get(family, 0),
        )
        for family in Family
        if page.family_counts.get(family) or family is chosen
    ]


def choices(page: SearchPage, form: SearchForm, chosen: frozenset[str]) -> list[Choice]:
    """The kinds of the family chosen that have something to show, or that are ticked."""
    family = form.famille.data
    if family is None:
        return []
    counted = [
        Choice(
            code.value,
            code.label,
            page.type_counts.get((family, code.value), 0),
            code.value in chosen,
        )
        for code in types_of(family)
    ]
    return [choice for choice in counted if choice.count or choice.checked]
