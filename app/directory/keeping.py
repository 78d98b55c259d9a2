"""What may be kept of a search of the directory: its filters, its place, the words of the field."""

from collections.abc import Mapping
from dataclasses import dataclass

from werkzeug.datastructures import MultiDict

from app.directory import links, understood
from app.directory.drawn import redrawn
from app.directory.forms.search import SearchForm
from app.directory.panels import labels
from app.extensions import db
from app.recent.actions import remember
from app.recent.words import foreign
from models.account import Account
from models.saved import Query, SearchHabit
from search.vocabulary import replaced

# Where one was in the list, and how a text was read, say nothing of what is looked for.
OF_THE_MOMENT = ("apres",)
SAYS_NOTHING_ALONE = frozenset(
    {"rayon", "dans", "liste", "minutes", "moyen", "tel_quel", "mot_a_mot"}
)


@dataclass(frozen=True)
class Kept:
    """A search as it may be kept, in words, and the words that were left out of it."""

    query: Query
    said: str
    left_out: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is left that could be searched again."""
        return not self.query.keys() - SAYS_NOTHING_ALONE


def keep(form: SearchForm, link: links.Link, corrections: Mapping[str, str]) -> Kept:
    """A valid search as it may be kept: a commune by its own name, all of its words or none."""
    query = links.without(link, (*OF_THE_MOMENT, "mots", "commune"))
    words = replaced(form.words, corrections)
    left_out = foreign(db.session, words)
    if words and not left_out:
        query["mots"] = [words]
    if form.found:
        query["commune"] = [form.found.label]
    if form.zone.data:
        query["zone"] = [redrawn(form.zone.data)]
    read = form_of(query) if left_out or form.town else form
    return Kept(query, _said(read, query), left_out)


def note_recent(
    account: Account, form: SearchForm, link: links.Link, corrections: Mapping[str, str]
) -> None:
    """Remember the first page of a search that says something, for who wants it."""
    if "apres" in link or not link.keys() - SAYS_NOTHING_ALONE or not _wants_it(account):
        return
    kept = keep(form, link, corrections)
    if not kept.is_empty:
        remember(account.id, query=kept.query, said=kept.said, lost_words=bool(kept.left_out))


def _wants_it(account: Account) -> bool:
    habit = db.session.get(SearchHabit, account.id)
    return habit is None or habit.keeps_recent


def form_of(query: Query) -> SearchForm:
    """The form of a kept search, read again; `errors` when a code or a place is no more."""
    form = SearchForm(formdata=MultiDict(query))
    form.validate()
    return form


def _said(form: SearchForm, query: Query) -> str:
    """« CSAPA près de Villeurbanne, 20 km ; Avec un enfant »."""
    meant = understood.meaning(form, {})
    # What the search is around is said already.
    told = labels(form, links.without(query, ("site",))).values()
    filters = [one for one in told if one.lower() not in meant.lower()]
    return "\u00a0; ".join([meant, *filters])
