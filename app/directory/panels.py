"""Families as tabs with how many offers each would give, and the filters at work."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from flask import url_for

from app.directory import links, understood
from app.directory.forms.search import SearchForm
from app.filters import capped, short_day
from models.codes.families import types_of
from models.codes.offer import Family
from search.engine import COUNTS_CAP, SearchPage

# What goes with what: minutes without a means say nothing.
TOGETHER = {"minutes": ("minutes", "moyen")}
SENTENCES: dict[str, Callable[[SearchForm], str]] = {
    "zone": lambda form: "Dans la zone dessinée",
    "site": lambda form: f"Autour de {form.centre.place.label}" if form.centre else "Autour",
    "minutes": understood.how_far,
}
# Twelve tabs must fit on two lines.
SHORT = {Family.TIG: "TIG", Family.VICTIMES_JR: "Victimes"}


@dataclass(frozen=True)
class Tab:
    """One family, as a link."""

    label: str
    url: str
    current: bool
    count: str


@dataclass(frozen=True)
class Applied:
    """One filter at work, and the same search without it."""

    label: str
    url: str


def told(count: int) -> str:
    """A count, true up to where it says « plus de 10 000 »."""
    return capped(count, COUNTS_CAP)


def tabs(page: SearchPage, form: SearchForm, link: links.Link) -> list[Tab]:
    """All the families together, then each one that has something to show."""
    chosen = form.famille.data
    anywhere = links.without(link, ("famille", "type", "apres"))
    everything = Tab(
        "Toutes",
        url_for("directory.index", **anywhere),
        chosen is None,
        told(sum(page.family_counts.values())),
    )
    return [everything] + [
        Tab(
            SHORT.get(family, family.label),
            url_for("directory.index", **anywhere, famille=family.value),
            family is chosen,
            told(page.family_counts.get(family, 0)),
        )
        for family in Family
        if page.family_counts.get(family) or family is chosen
    ]


def applied(form: SearchForm, link: links.Link) -> list[Applied]:
    """The filters at work, in the words of the panel."""
    return [
        Applied(
            label, url_for("directory.index", **links.without(link, TOGETHER.get(name, (name,))))
        )
        for name, label in labels(form, link).items()
    ]


def labels(form: SearchForm, link: links.Link) -> dict[str, str]:
    """How each filter at work is said."""
    chosen = links.filters_in(link) | _types(link)
    if form.is_timed:
        chosen = links.without(chosen, ("moyen",))
    return {name: _said(form, name, texts) for name, texts in chosen.items()}


def _types(link: links.Link) -> links.Link:
    return {"type": link["type"]} if "type" in link and "famille" in link else {}


def _said(form: SearchForm, name: str, texts: list[str]) -> str:
    if name in SENTENCES:
        return SENTENCES[name](form)
    if name == "type" and form.famille.data:
        return ", ".join(c.label for c in types_of(form.famille.data) if c.value in texts)
    field = form[name]
    if isinstance(field.data, bool):
        return str(field.label.text)
    if isinstance(field.data, dt.date):
        return f"{field.label.text} {short_day(field.data)}"
    codes = field.data if isinstance(field.data, list) else [field.data]
    said = ", ".join(getattr(code, "label", str(code)) for code in codes)
    return f"{field.label.text} : {said}"
