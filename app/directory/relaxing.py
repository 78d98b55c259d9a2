"""What would bring an offer when few or none answer: how far the nearest is, what to give up."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from flask import url_for
from werkzeug.datastructures import MultiDict

from app.directory import links, understood
from app.directory.forms.search import SearchForm
from app.directory.nearest import Nearest, nearest
from app.directory.panels import applied
from app.directory.whom import instead
from models.codes.families import types_of
from search.engine import SearchPage, SearchRequest
from search.vocabulary import key, load, plain

# From so many offers on, nothing is proposed to be given up.
ENOUGH = 3
# Each variant is one question to the engine.
MOST_ASKED, MOST_SHOWN = 12, 6
MOST_WORDS, MOST_ALONE = 6, 3
Ask = Callable[[links.Link, float | None], SearchPage]


@dataclass(frozen=True)
class Way:
    """One thing to give up, how many offers that would bring, and the search without it."""

    label: str
    total: int
    url: str


@dataclass(frozen=True)
class Relaxed:
    """What is known around an answer too short; `found` is how many offers it has.

    `within` is the distance under which there is none, in words; empty when that was not asked.
    `tried` is how many things were given up in turn; `unknown`, words that no offer has.
    """

    found: int
    within: str
    tried: int
    nearest: Nearest | None
    ways: list[Way]
    unknown: tuple[str, ...] = ()


def relax(form: SearchForm, link: links.Link, ask: Ask) -> Relaxed:
    """Ask a few questions more, each with one thing less; those that bring most come first."""
    link = links.without(link, ("apres",))
    page = ask(link, None)
    found = page.total
    if found >= ENOUGH:
        return Relaxed(found, "", 0, None, [])
    within = "" if found or form.place is None or form.liste.data else understood.within(form)
    near = nearest(form.far_km, lambda km: ask(link, km)) if within else None
    variants = list(_variants(form, link))[:MOST_ASKED]
    counted = (Way(label, ask(query_of(url), None).total, url) for label, url in variants)
    ways = sorted((way for way in counted if way.total > found), key=lambda way: -way.total)
    ways = [*_wider(near, link), *ways[:MOST_SHOWN]]
    return Relaxed(found, within, len(variants), near, ways, page.unknown)


def looked_for(form: SearchForm, link: links.Link, unknown: tuple[str, ...]) -> str:
    """The words that some offer has, else the only kind, else the family: what there is none of."""
    family = form.famille.data
    kinds = (
        [kind.label for kind in types_of(family) if kind in link.get("type", ())] if family else []
    )
    words = (word for word in form.words.split() if not set(plain(word)) <= set(unknown))
    kind = kinds[0] if len(kinds) == 1 else ""
    return " ".join(words) or kind or (family.label if family else "")


def _wider(near: Nearest | None, link: links.Link) -> Iterator[Way]:
    if near is not None:
        label = f"Chercher jusqu'à {near.radius_km} km"
        in_km = links.without(link, ("minutes", "moyen"))
        yield Way(label, near.total, _url(in_km | {"rayon": near.radius_km}))


def query_of(url: str) -> links.Link:
    """The search that an address of ours asks for."""
    fields = MultiDict(parse_qsl(urlsplit(url).query))
    return {name: fields.getlist(name) for name in fields}


def _variants(form: SearchForm, link: links.Link) -> Iterator[tuple[str, str]]:
    """The same search without one of its filters, one of its words, its family or its place."""
    yield from instead(form, link)
    yield from ((f"Sans le filtre « {one.label} »", one.url) for one in applied(form, link))
    if form.famille.data:
        everywhere = links.without(link, ("famille", "type"))
        yield "Dans toutes les familles", _url(everywhere)
    if form.found:
        said = {"mots": form.words} if form.town else {}
        yield "Dans toute la France", _url(links.without(link, ("commune", "rayon")) | said)
    yield from _fewer_words(form, link)


def _fewer_words(form: SearchForm, link: links.Link) -> Iterator[tuple[str, str]]:
    """Without each word that counts, when there are a few; without the only one."""
    small = load().small_words
    words = form.words.split()
    telling = [word for word in words if set(plain(word)) - small]
    around = {"commune": form.found.label} if form.town and form.found else {}
    if len(telling) == 1:
        # Of a word alone, nothing would be left to look for.
        if around or len(link) > 1:
            yield f"Sans le mot « {telling[0]} »", _url(links.without(link, ("mots",)) | around)
        return
    for word in telling[:MOST_WORDS]:
        rest = " ".join(other for other in words if other != word)
        yield f"Sans le mot « {word} »", _url(link | around | {"mots": rest})
    if len(telling) > 2:
        for word in [word for word in telling if _is_of_the_field(word)][:MOST_ALONE]:
            yield f"Avec « {word} » seulement", _url(link | around | {"mots": word})


def _is_of_the_field(word: str) -> bool:
    """Whether the vocabulary says something of this word alone."""
    known = load()
    return key(plain(word), known.acronyms) in known.meanings


def _url(link: dict[str, Any]) -> str:
    return url_for("directory.index", **link)


def request_of(link: links.Link, radius_km: float | None) -> SearchRequest | None:
    """What a link asks of the engine, in a wider radius if one is given; None if it is refused."""
    fields = MultiDict((name, text) for name, texts in link.items() for text in _listed(texts))
    form = SearchForm(formdata=fields)
    if not form.validate():
        return None
    request = form.request(types=links.kinds(fields.getlist("type"), form))
    return replace(request, radius_km=radius_km or request.radius_km, with_counts=False)


def _listed(texts: Any) -> list[str]:
    return texts if isinstance(texts, list) else [texts]
