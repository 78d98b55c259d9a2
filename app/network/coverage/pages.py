"""What the pages of coverage say: the question in a sentence, one page of communes, every line."""

from typing import Any, NamedTuple

from app.filters import duration, far
from app.network.coverage.cover import Cover, Coverage, Covered
from app.network.coverage.forms import CoverageForm

PAGE = 50
WORDS = {
    Cover.NONE: "Aucune offre assez proche",
    Cover.UNSURE: "Selon les horaires et le trajet",
    Cover.REMOTE: "Servie à distance",
    Cover.NEAR: "Offre assez proche",
}

# How each is filled on the map: told apart without colour.
PATTERNS = {
    Cover.NONE: "cross",
    Cover.UNSURE: "lines",
    Cover.REMOTE: "dots",
    Cover.NEAR: "plain",
}


class Slice(NamedTuple):
    """Some communes, and the code after which the next ones come."""

    communes: list[Covered]
    next_key: str | None


def cut(found: Coverage, after: str | None) -> Slice:
    """The communes that follow a code; from the first one when it is not on the list."""
    codes = [one.place.insee_code for one in found.communes]
    start = codes.index(after) + 1 if after in codes else 0
    shown = found.communes[start : start + PAGE]
    is_last = start + PAGE >= len(codes)
    return Slice(shown, None if is_last or not shown else shown[-1].place.insee_code)


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


def table(found: Coverage) -> list[list[Any]]:
    """Every commune as a line of a file."""
    return [
        [
            one.place.insee_code,
            one.place.name,
            one.place.population,
            WORDS[one.cover],
            _km(one.place.nearest_km),
        ]
        for one in found.communes
    ]


def _km(away: float | None) -> str:
    return "" if away is None else f"{away:.1f}".replace(".", ",")
