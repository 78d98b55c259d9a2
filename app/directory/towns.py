"""Asks for what is found around the commune that some of the words name, when they name one."""

from dataclasses import replace

from app.directory.forms.search import SearchForm
from app.extensions import db
from app.searching import engine
from search.engine import SearchPage
from search.geocoder.inside import Inside, commune_in
from search.geocoder.misspelt import commune_like
from search.vocabulary import replaced

Types = frozenset[str]


def answered(form: SearchForm, types: Types, after: str | None = None) -> SearchPage:
    """What is found around the commune that the words name, or else for all the words."""
    page = _asked(form, types, after)
    if form.town is not None:
        return page if page.is_answered else _read_as(form, None, types, after) or page
    if page.corrections and form.may_name_a_town:
        page = _around_town(form, types, page, after)
    if page.is_answered or not form.may_name_a_town:
        return page
    return _around_misspelt(form, types, after) or page


def _around_town(form: SearchForm, types: Types, page: SearchPage, after: str | None) -> SearchPage:
    """The answer around a commune whose name was mistyped among the words, if there is one."""
    town = commune_in(db.session, replaced(form.words, page.corrections))
    around = _read_as(form, town, types, after) if town else None
    return replace(around, corrections=page.corrections) if around else page


def _around_misspelt(form: SearchForm, types: Types, after: str | None) -> SearchPage | None:
    """The answer around a commune that some words are nearly the name of, if there is one."""
    town = commune_like(db.session, form.words)
    return _read_as(form, town, types, after) if town else None


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
