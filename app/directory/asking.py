"""Asks for what the words of a search mean, and reads them otherwise when that is nothing."""

from dataclasses import dataclass, replace

from app.directory.forms.search import SearchForm
from app.directory.keeping import form_of
from app.directory.links import Link
from app.directory.shortened import shortened
from app.directory.towns import answered
from app.directory.whom import rewritten
from app.extensions import db
from app.searching import engine
from search.engine import Reach, SearchPage
from search.vocabulary import plain, replaced
from search.vocabulary.whom import Whom, read
from search.vocabulary.written import written

Types = frozenset[str]


@dataclass(frozen=True)
class Answer:
    """What was found, with the form and the link of the search as its words were read.

    `whom` is what some words were taken to say, when they became filters of these; `left_out` are
    words that no offer says with the others, when only those were looked for, and `whole` is then
    what all of them found: nothing.
    """

    form: SearchForm
    link: Link
    page: SearchPage
    whom: Whom | None = None
    left_out: tuple[str, ...] = ()
    whole: "Answer | None" = None


def answer(form: SearchForm, link: Link, types: Types, after: str | None = None) -> Answer:
    """What the words find, else, when some say for whom, what the others find for them.

    When that is nothing here either, they are read as what is found somewhere in France; else
    the fewest of them are left out.
    """
    page = _written(answered(form, types, after))
    as_typed = Answer(form, link, page)
    if page.is_answered or form.mot_a_mot.data:
        return as_typed
    for_whom = _for_whom(as_typed, types, after)
    if for_whom is not None and for_whom.page.is_answered:
        return for_whom
    readings = filter(None, (for_whom, as_typed))
    with_fewer = (_with_fewer(one, types) for one in readings)
    return next(filter(None, with_fewer), for_whom or as_typed)


def _for_whom(as_typed: Answer, types: Types, after: str | None) -> Answer | None:
    """The answer with filters instead of the words that say for whom, if that is what is meant."""
    form, page = as_typed.form, as_typed.page
    whom = read(replaced(form.mots.data or "", page.corrections))
    narrowed = rewritten(as_typed.link, whom) if whom else None
    if narrowed is None:
        return None
    other = form_of(narrowed)
    found = _written(answered(other, types, after))
    corrections = {**page.corrections, **found.corrections}
    read_so = Answer(other, narrowed, replace(found, corrections=corrections), whom)
    is_meant = found.is_answered or (not _is_anywhere(form, types) and _is_anywhere(other, types))
    return read_so if is_meant else None


def _with_fewer(read_so: Answer, types: Types) -> Answer | None:
    """The answer of the fewest words less, from its first page."""
    shorter = shortened(read_so.form, read_so.link, types, read_so.page)
    if shorter is None:
        return None
    other = form_of(shorter.link)
    found = _written(answered(other, types))
    said = set(plain(other.words))
    kept = {typed: right for typed, right in read_so.page.corrections.items() if right in said}
    page = replace(found, corrections={**kept, **found.corrections})
    typed = {right: typed for typed, right in read_so.page.corrections.items()}
    left_out = tuple(replaced(word, typed) for word in shorter.left_out)
    return Answer(other, shorter.link, page, read_so.whom, left_out, read_so)


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
