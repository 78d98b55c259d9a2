"""Words that say for whom or when, read as the filters of the panel: told, undone in one click."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import url_for

from app.directory import links, panels
from app.directory.facets import BOXES
from app.directory.forms.search import SearchForm
from models.codes.offer import Band, Gender, Weekday
from models.codes.people import AcceptedMeasure
from search.engine import YES
from search.vocabulary.whom import Whom, read

# What words may say besides for whom, by the name of its field.
LISTED = {"mesure": AcceptedMeasure, "jours": Weekday, "moments": Band}
NOT_WHOM = frozenset({*LISTED, "sans_siao", "sans_conduire"})


@dataclass(frozen=True)
class AsFilters:
    """Words as they were typed, what they were read as, these filters, the search without that."""

    typed: tuple[str, ...]
    called: str
    filters: list[str]
    undo: str


def as_filters(form: SearchForm, asked: links.Link, whom: Whom) -> AsFilters:
    """What the page says of them; `form` holds the filters, `asked` the words."""
    undo = links.without(asked, ("apres",)) | {"mot_a_mot": YES}
    several = "des filtres" if len(whom.codes) > 1 else "un filtre"
    called = several if NOT_WHOM & chosen(whom).keys() else "le public cherché"
    return AsFilters(whom.typed, called, labels(form, whom), url_for("directory.index", **undo))


def instead(form: SearchForm, link: links.Link) -> Iterator[tuple[str, str]]:
    """The same search with filters instead of its words that say for whom, when some do."""
    whom = read(form.mots.data or "")
    narrowed = rewritten(link, whom) if whom else None
    if whom is not None and narrowed is not None:
        said = " », « ".join(labels(form, whom))
        filters = "les filtres" if len(whom.codes) > 1 else "le filtre"
        words = "ces mots" if len(whom.typed) > 1 else f"« {whom.typed[0]} »"
        label = f"Avec {filters} « {said} » au lieu de {words}"
        yield label, url_for("directory.index", **narrowed)


def labels(form: SearchForm, whom: Whom) -> list[str]:
    """The filters as the panel calls them."""
    boxes = panels.labels(form, links.without(chosen(whom), ("pour",)))
    gender = [code.label for code in Gender if code.value in whom.codes]
    return [*gender, *boxes.values()]


def rewritten(link: links.Link, whom: Whom) -> links.Link | None:
    """The same search with these filters instead of words; None when another gender is asked."""
    filters = chosen(whom)
    if "pour" in link and link["pour"] != filters.get("pour", link["pour"]):
        return None
    words = {"mots": [whom.rest]} if whom.rest else {}
    return links.without(link, ("mots", "mot_a_mot", "apres")) | words | filters


def chosen(whom: Whom) -> links.Link:
    """The filters, as a link holds them."""
    gender = [code.value for code in Gender if code.value in whom.codes]
    boxes: links.Link = {name: [YES] for name, axis in BOXES.items() if axis.value in whom.codes}
    lists = {
        name: values
        for name, codes in LISTED.items()
        if (values := [code.value for code in codes if code.value in whom.codes])
    }
    return boxes | lists | ({"pour": gender} if gender else {})
