"""A search with fewer words, when no offer says them all: told, and undone in one click."""

from dataclasses import dataclass, replace
from itertools import groupby

from flask import url_for

from app.directory import links
from app.directory.forms.search import SearchForm
from app.extensions import db
from app.searching import engine
from search.engine import YES, SearchPage
from search.vocabulary import replaced
from search.vocabulary.fewer import fewer


@dataclass(frozen=True)
class Shortened:
    """A search without some of its words, as they were typed or corrected."""

    link: links.Link
    left_out: tuple[str, ...]


def shortened(
    form: SearchForm, link: links.Link, types: frozenset[str], page: SearchPage
) -> Shortened | None:
    """The same search without the fewest words that leave an answer; None when nothing does.

    Of texts that say as much, the one that finds fewest is the one that says most precisely.
    """
    text = replaced(form.words, page.corrections)
    for _, alike in groupby(fewer(text, page.unknown), key=lambda less: less.weight):
        counted = [(_total(form, less.kept, types), less) for less in alike]
        found = [(total, less) for total, less in counted if total]
        if found:
            _, less = min(found, key=lambda one: one[0])
            near = [form.town.typed] if form.town else []
            words = {"mots": [" ".join([less.kept, *near])]}
            return Shortened(links.without(link, ("apres",)) | words, less.left_out)
    return None


def undone(typed: links.Link) -> str:
    """The address of the search of every word as it was typed."""
    return url_for("directory.index", **links.without(typed, ("apres",)) | {"mot_a_mot": YES})


def _total(form: SearchForm, words: str, types: frozenset[str]) -> int:
    asked = replace(form.request(types=types), words=words, whole="", size=1, with_counts=False)
    page = engine().search(db.session, asked)
    return page.total + page.remote.total + page.covering.total
