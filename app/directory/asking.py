"""Asks for what the words of a search mean, and reads them otherwise when that is nothing."""

from dataclasses import dataclass, replace

from app.directory.forms.search import SearchForm
from app.directory.keeping import form_of
from app.directory.links import Link
from app.directory.whom import rewritten
from app.extensions import db
from app.searching import engine
from search.engine import Reach, SearchPage
from search.geocoder.inside import Inside, commune_in
from search.vocabulary import replaced
from search.vocabulary.whom import Whom, read
from search.vocabulary.written import written

Types = frozenset[str]


@dataclass(frozen=True)
class Answer:
    """What was found, with the form and the link of the search as its words were read.

    `whom` is what some words were taken to say, when they became filters of these.
    """

    form: SearchForm
    link: Link
    page: SearchPage
    whom: Whom | None = None


def answer(form: SearchForm, link: Link, types: Types, after: str | None = None) -> Answer:
    """What the words find, else, when some say for whom, what the others find for them.

    When that is nothing here either, they are read as what is found somewhere in France.
    """
    page = _written(answered(form, types, after))
    as_typed = Answer(form, link, page)
    if page.is_answered or form.mot_a_mot.data:
        return as_typed
    whom = read(replaced(form.mots.data or "", page.corrections))
    narrowed = rewritten(link, whom) if whom else None
    if narrowed is None:
        return as_typed
    other = form_of(narrowed)
    found = _written(answered(other, types, after))
    corrections = {**page.corrections, **found.corrections}
    read_so = Answer(other, narrowed, replace(found, corrections=corrections), whom)
    is_meant = found.is_answered or (not _is_anywhere(form, types) and _is_anywhere(other, types))
    return read_so if is_meant else as_typed


def _is_anywhere(form: SearchForm, types: Types) -> bool:
    """Whether all France has an offer for these words and filters."""
    everywhere = replace(
        form.request(types=types),
        whole="",
        place=None,
        shape=None,
        commune_code=None,
        department_code=None,
        epci_siren=None,
        reach=Reach.NEAR,
        size=1,
        with_counts=False,
    )
    return engine().search(db.session, everywhere).is_answered


def _written(page: SearchPage) -> SearchPage:
    """Corrections are told with their accents."""
    told = {typed: written(right) for typed, right in page.corrections.items()}
    return replace(page, corrections=told)


def answered(form: SearchForm, types: Types, after: str | None = None) -> SearchPage:
    """What is found around the commune that the words name, or else for all the words."""
    page = _asked(form, types, after)
    if page.corrections and form.town is None and form.may_name_a_town:
        return _around_town(form, types, page, after)
    if page.is_answered or form.town is None:
        return page
    return _read_as(form, None, types, after) or page


def _around_town(form: SearchForm, types: Types, page: SearchPage, after: str | None) -> SearchPage:
    """The answer around a commune whose name was mistyped among the words, if there is one."""
    town = commune_in(db.session, replaced(form.words, page.corrections))
    around = _read_as(form, town, types, after) if town else None
    return replace(around, corrections=page.corrections) if around else page


def _read_as(
    form: SearchForm, town: Inside | None, types: Types, after: str | None
) -> SearchPage | None:
    """What the same text finds read otherwise; None when that is nothing, and it is read back."""
    before = form.town
    form.read_as(town)
    page = _asked(form, types, after)
    if page.is_answered:
        return page
    form.read_as(before)
    return None


def _asked(form: SearchForm, types: Types, after: str | None) -> SearchPage:
    return engine().search(db.session, form.request(types=types, after=after))
