"""Half-typed searches, and places asked of the geocoder."""

from collections.abc import Iterator
from urllib.parse import urlencode

from bench.country.dice import Dice
from bench.measuring.pages import Asked
from bench.questions.asker import DOZENS, Asker

SHORTEST = 3


def suggestions(asker: Asker) -> list[Asked]:
    """The beginnings of kinds of offer, of partners, of communes after a word."""
    cookie, token = asker.counsellor, asker.sessions.token()
    return [
        Asked("/annuaire/suggestions", cookie, urlencode({"mots": text}), token)
        for text in _typed(asker)
    ]


def places(asker: Asker) -> list[Asked]:
    """Communes whole, half-typed and misspelt, and sites by their name."""
    towns = [town.name for town, _ in asker.pairs(Dice("geocode"))]
    swapped = [
        f"{name[:3]}{name[4:5]}{name[3:4]}{name[5:]}" for name in towns[::4] if len(name) > 6
    ]
    sites = [name for (name,) in _names(asker, "site", "name")][:20]
    texts = [*towns[::2], *(name[:5] for name in towns[1::2]), *swapped, *sites]
    return [Asked(f"/api/geocode?{urlencode({'q': text})}", asker.counsellor) for text in texts]


def _typed(asker: Asker) -> Iterator[str]:
    dice = Dice("suggestions")
    for town, (words, _) in asker.pairs(dice):
        yield words[: max(SHORTEST, len(words) // 2)]
        yield f"{words} {town.name[: max(SHORTEST, len(town.name) // 2)]}"
    for (name,) in _names(asker, "organization", "legal_name"):
        last = name.split()[-1]
        yield last[: max(SHORTEST, len(last) - 2)]
        yield name[:12]


def _names(asker: Asker, table: str, column: str) -> list[tuple[str]]:
    """Some names, drawn all over the country."""
    return asker.rows(
        f"SELECT {column} FROM directory.{table} ORDER BY md5(id::text) LIMIT :many", many=DOZENS
    )
