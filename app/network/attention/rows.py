"""One row of a list: what is wrong, in one sentence, and whom to call."""

from collections.abc import Callable
from typing import NamedTuple

from app.filters import short_day
from app.freshness import confirmed
from app.network.attention.queries import Line
from app.network.attention.worklist import Todo, Worklist
from models.offer import Offer

MOST_NUMBERS = 3


class Number(NamedTuple):
    """A telephone number and whose it is."""

    phone: str
    whose: str


def numbers(offer: Offer) -> list[Number]:
    """Whom to call, the closest to the offer first; each number once."""
    site = offer.site
    known = [Number(offer.phone or "", "pour cette offre")]
    known += [Number(one.phone or "", one.function or one.name) for one in site.contacts]
    known += [Number(site.phone or "", "site")]
    known += [Number(site.organization.phone or "", "standard de la structure")]
    first = {one.phone: one for one in reversed(known) if one.phone}
    return [one for one in known if one.phone and first[one.phone] is one][:MOST_NUMBERS]


def why(worklist: Worklist, line: Line) -> str:
    """The fact that puts this offer on this list."""
    if line.gap is not None:
        return line.gap.sentence
    if worklist.todo is Todo.HEAR:
        return _sentence(confirmed(line.offer))
    return _FACTS[worklist.code](line)


_FACTS: dict[str, Callable[[Line], str]] = {
    "surcapacite": lambda line: "Plus de personnes que de places.",
    "complets": lambda line: f"Aucune place libre depuis le {short_day(line.since)} au moins.",
    "inutilisees": lambda line: f"Ouverte depuis le {short_day(line.since)}, jamais réservée.",
    "habilitations": lambda line: f"Habilitée jusqu'au {_until(line)}.",
    "sans-tuteur": lambda line: "Aucun encadrant nommé.",
    "sans-point": lambda line: "Lieu non situé sur la carte.",
}


def _until(line: Line) -> str:
    last = line.state.accredited_until
    return short_day(last) if last else "une date inconnue"


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."
