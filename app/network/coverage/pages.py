"""What the pages of coverage say: the question in a sentence, every line."""

from collections.abc import Iterator
from typing import Any

from app.filters import duration, far
from app.network.coverage.cover import Cover, Coverage
from app.network.coverage.forms import CoverageForm
from exchange.writers.cells import harmless

WORDS = {
    Cover.NONE: "Aucune offre assez proche",
    Cover.UNSURE: "Selon les horaires et le trajet",
    Cover.REMOTE: "Servie à distance",
    Cover.NEAR: "Offre assez proche",
}
HEADINGS = ["Code INSEE", "Commune", "Habitants", "Couverture", "Offre la plus proche (km)"]
# How each is filled on the map: told apart without colour.
PATTERNS = {
    Cover.NONE: "cross",
    Cover.UNSURE: "lines",
    Cover.REMOTE: "dots",
    Cover.NEAR: "plain",
}


def sentence(form: CoverageForm) -> str:
    """« à 20 km à vol d'oiseau », « à 30 min en bus, soit de 4 à 9 km à vol d'oiseau »."""
    if form.way.means is None:
        return f"à {form.number} km à vol d'oiseau"
    sure, possible = form.reach
    means = f"à {duration(form.number)} {form.way.means.label}"
    if possible == 0:
        return f"{means}, ce qui est trop peu pour aller où que ce soit"
    if sure == 0:
        return f"{means}, soit {far(possible)} à vol d'oiseau au plus"
    return f"{means}, soit de {far(sure)} à {far(possible)} à vol d'oiseau"


def legend(form: CoverageForm) -> list[tuple[str, str]]:
    """The patterns of the map with their words; kilometres are never unsure."""
    shown = [one for one in Cover if form.way.is_minutes or one is not Cover.UNSURE]
    return [(PATTERNS[one], WORDS[one]) for one in shown]


def table(found: Coverage) -> Iterator[list[Any]]:
    """Its headings, then every commune, as lines of a file."""
    yield HEADINGS
    for place, cover in found.communes:
        name, away = harmless(place.name), _km(place.nearest_km)
        yield [place.insee_code, name, place.population, WORDS[cover], away]


def _km(away: float | None) -> str:
    return "" if away is None else f"{away:.1f}".replace(".", ",")
