"""The link of a search: only filters, commune and words, each once, and nothing empty."""

from collections.abc import Iterable, Mapping
from typing import Any

from werkzeug.datastructures import MultiDict
from wtforms import BooleanField, Field, SelectMultipleField

from app.directory.forms.search import SearchForm
from models.codes.families import types_of
from models.codes.offer import Family

Link = dict[str, Any]
WHERE = (
    *("mots", "commune", "rayon", "dans", "liste"),
    *("famille", "type", "apres", "tel_quel", "mot_a_mot"),
)


def kept(args: MultiDict[str, str], form: SearchForm) -> Link:
    """The parameters of this search that say something: no more of each than its field reads."""
    asked = {field.name: _read(field, args.getlist(field.name)) for field in form}
    asked["type"] = sorted(kinds(args.getlist("type"), form))
    return {name: texts for name, texts in asked.items() if texts}


def _read(field: Field, texts: list[str]) -> list[str]:
    """A press says yes, whatever it sends; a list, its codes, each once; the rest, one text."""
    if isinstance(field, BooleanField):
        return ["y"] if field.data else []
    told = texts if isinstance(field, SelectMultipleField) else texts[:1]
    return [text for text in dict.fromkeys(told) if text]


def kinds(texts: Iterable[str], form: SearchForm) -> frozenset[str]:
    """The kinds of offer that these texts ask for, among those of the family chosen.

    No field checks them: what is none of them is neither searched, nor shown, nor kept.
    """
    if not isinstance(form.famille.data, Family):
        return frozenset()
    known = {code.value for code in types_of(form.famille.data)}
    return frozenset(known & set(texts))


def without(link: Link, names: Iterable[str]) -> Link:
    """The same search with these left out."""
    left_out = frozenset(names)
    return {name: value for name, value in link.items() if name not in left_out}


def filters_in(link: Link) -> Link:
    """The parameters chosen in the panel of filters."""
    return without(link, WHERE)


def with_(link: Link, **changes: Any) -> Mapping[str, Any]:
    """The same search, from its first page, with these changed."""
    return link | changes
