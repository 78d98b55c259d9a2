"""Families as tabs and kinds as boxes, with how many offers each would give."""

import datetime as dt
from dataclasses import dataclass

from flask import url_for

from app.directory import links
from app.directory.forms.search import SearchForm
from app.filters import short_day
from models.codes.families import types_of
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
class Applied:
    """One filter at work, and the same search without it."""

    label: str
    url: str


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


def applied(form: SearchForm, link: links.Link) -> list[Applied]:
    """The filters at work, in the words of the panel."""
    return [
        Applied(
            _said(form, name, texts), url_for("directory.index", **links.without(link, (name,)))
        )
        for name, texts in (links.filters_in(link) | _types(link)).items()
    ]


def _types(link: links.Link) -> links.Link:
    return {"type": link["type"]} if "type" in link and "famille" in link else {}


def _said(form: SearchForm, name: str, texts: list[str]) -> str:
    if name == "type" and form.famille.data:
        return ", ".join(c.label for c in types_of(form.famille.data) if c.value in texts)
    field = form[name]
    if isinstance(field.data, bool):
        return str(field.label.text)
    if isinstance(field.data, dt.date):
        return f"{field.label.text} {short_day(field.data)}"
    codes = field.data if isinstance(field.data, list) else [field.data]
    return f"{field.label.text} : {', '.join(code.label for code in codes)}"
