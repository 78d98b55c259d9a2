"""Says what a search was taken to mean, and in which order its answer comes; pure."""

from collections.abc import Mapping

from app.decisions.travel import MEANS
from app.directory.forms.around import Listed
from app.directory.forms.search import SearchForm
from app.directory.links import Link
from app.filters import capped, plural
from search.engine import COUNTS_CAP, SearchPage
from search.vocabulary import plain, replaced
from search.vocabulary.typed import as_typed as as_typed

VOWELS = tuple("aeiouy")


def count(page: SearchPage) -> str:
    """« 24 offres », « Plus de 10 000 offres », « Aucune offre »."""
    if page.is_capped:
        return f"{capped(page.total, COUNTS_CAP).capitalize()} offres"
    return plural(page.total, "offre") if page.total else "Aucune offre"


def meaning(form: SearchForm, corrections: Mapping[str, str]) -> str:
    """« CSAPA près de Villeurbanne, 20 km », in the words really searched."""
    family = form.famille.data.label if form.famille.data else "Toutes les offres"
    what = replaced(form.words, corrections) or family
    if form.shape is not None:
        is_remote = form.liste.data is Listed.REMOTE
        return f"{what} à distance" if is_remote else f"{what}, dans la zone dessinée"
    if form.place:
        return f"{what} {_around(form)}"
    if form.territory:
        return f"{what}, {form.territory.label}"
    return f"{what}, dans toute la France"


def _around(form: SearchForm) -> str:
    """« près de Villeurbanne, 20 km », « à distance », « 30 min à vélo au plus »."""
    near = _name(form.place.label) if form.place else ""
    if form.liste.data is Listed.REMOTE:
        return "à distance"
    if form.liste.data is Listed.COVERING:
        return f"pour les habitants {_of(near)}, depuis plus loin"
    return f"près {_of(near)}, {how_far(form)}"


def how_far(form: SearchForm) -> str:
    """« 20 km », « 30 min à vélo au plus, selon notre estimation »."""
    if form.is_timed:
        return f"{form.minutes.data}\u00a0min {MEANS[form.moyen.data].label} au plus, estimées"
    return f"{form.radius_km}\u00a0km"


def spelled(word: str, form: SearchForm, corrections: Mapping[str, str]) -> str:
    """A word that was read, as it was typed or else as it was corrected."""
    return as_typed(word, replaced(form.words, corrections))


def corrected(link: Link, corrections: Mapping[str, str]) -> Link:
    """The same search with its words as they were understood."""
    if not corrections or "mots" not in link:
        return link
    return link | {"mots": [replaced(link["mots"][0], corrections)]}


def within(form: SearchForm) -> str:
    """« à moins de 20 km », « à moins de 30 min à vélo »: where there is none."""
    if form.is_timed:
        return f"à moins de {form.minutes.data}\u00a0min {MEANS[form.moyen.data].label}"
    return f"à moins de {form.radius_km}\u00a0km"


def order(form: SearchForm) -> str:
    """The rule the answer is ordered by, each part settling what those before leave equal."""
    by_words = "vos mots dans le nom, puis dans le texte" if form.words else ""
    by_distance = "les plus proches, au kilomètre près" if form.place else ""
    rule = (by_words, by_distance, "les places libres", "les informations les plus récentes")
    return f"Dans l'ordre : {', puis '.join(filter(None, rule))}."


def _of(name: str) -> str:
    """« de Lyon », « d'Oyonnax », « du Puy-en-Velay », « des Abrets »."""
    for article, short in (("Le ", "du "), ("Les ", "des ")):
        if name.startswith(article):
            return short + name.removeprefix(article)
    return f"d'{name}" if "".join(plain(name)).startswith(VOWELS) else f"de {name}"


def _name(label: str) -> str:
    """« Villeurbanne » for « Villeurbanne (69100, Rhône) »."""
    return label.partition(" (")[0]
