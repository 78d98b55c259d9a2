"""The link of a search: only filters, commune and words, each once, and nothing empty."""

from collections.abc import Iterable, Mapping
from typing import Any

from werkzeug.datastructures import MultiDict

from app.directory.forms.search import SearchForm

Link = dict[str, Any]
WHERE = (
    *("mots", "commune", "rayon", "dans", "liste"),
    *("famille", "type", "apres", "tel_quel", "mot_a_mot"),
)


def kept(args: MultiDict[str, str], form: SearchForm) -> Link:
    """The parameters of this search that say something."""
    names = [*(field.name for field in form), "type"]
    asked = {name: [text for text in args.getlist(name) if text] for name in names}
    return {name: texts for name, texts in asked.items() if texts}


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
