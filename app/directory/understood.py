"""Says what a search was taken to mean, and in which order its answer comes; pure."""

from collections.abc import Mapping

from app.directory.forms.search import SearchForm
from app.filters import capped, plural
from search.engine import COUNTS_CAP, SearchPage
from search.vocabulary import replaced


def count(page: SearchPage) -> str:
    """« 24 offres », « Plus de 10 000 offres », « Aucune offre »."""
    if page.is_capped:
        return f"{capped(page.total, COUNTS_CAP).capitalize()} offres"
    return plural(page.total, "offre") if page.total else "Aucune offre"


def meaning(form: SearchForm, corrections: Mapping[str, str]) -> str:
    """« CSAPA près de Villeurbanne, 20 km », in the words really searched."""
    family = form.famille.data.label if form.famille.data else "Toutes les offres"
    what = replaced(form.words, corrections) or family
    if form.place:
        return f"{what} près de {_name(form.place.label)}, {form.radius_km}\u00a0km"
    if form.found:
        return f"{what}, {form.found.label}"
    return f"{what}, dans toute la France"


def order(form: SearchForm) -> str:
    """How the answer is ordered."""
    if form.words and form.place:
        return "Les noms les plus proches de vos mots d'abord, puis les plus près."
    if form.place:
        return "Les plus près d'abord."
    if form.words:
        return "Les noms les plus proches de vos mots d'abord."
    return "Indiquez une commune pour avoir les plus près d'abord."


def _name(label: str) -> str:
    """« Villeurbanne » for « Villeurbanne (69100, Rhône) »."""
    return label.partition(" (")[0]
