"""Counts of placements under 5 are hidden, and nothing that is shown gives them back.

What is released once, for everybody, is the count of a commune and family when it is 5 or more,
and rounded sums of the small ones over territories wide enough to tell nothing. Every figure of
every page, chart or file is a sum of those: two pages, put together, say no more than one.
"""

from collections.abc import Iterable
from typing import NamedTuple

# Counts under this are hidden (domain §9); what is released of them is a multiple of it.
LEAST = 5


class Told(NamedTuple):
    """What may be said of the placements of a territory, and what is still hidden there.

    `placements` and `held` may be shown. `hidden` placements are not in them (what rounding left
    may be under zero): everybody can tell that they are `most` at most. `claims` are the places
    held or filled in communes of which nothing is told yet.
    """

    placements: int = 0
    held: int = 0
    hidden: int = 0
    most: int = 0
    claims: int = 0
    is_exact: bool = True


def commune(*, places: int, free: int, held: int, placements: int) -> Told:
    """One family in one commune: told, or hidden with the places that are held."""
    taken = max(places - free, 0)
    if placements >= LEAST or placements == taken == 0:
        return Told(placements, held)
    small = LEAST - 1
    most = small if placements > taken else min(small, taken)
    return Told(0, 0, placements, most, placements + held)


def together(parts: Iterable[Told]) -> Told:
    """Side by side: several families, or territories that are looked at together."""
    placements = held = hidden = most = claims = 0
    is_exact = True
    for part in parts:
        placements += part.placements
        held += part.held
        hidden += part.hidden
        most += part.most
        claims += part.claims
        is_exact = is_exact and part.is_exact
    return Told(placements, held, hidden, most, claims, is_exact)


def wide(told: Told) -> Told:
    """A territory of one family: what its small communes add up to, if that is not telling.

    Rounded, and a commune's worth under the most it could be: no small count has to be what it
    is, not even zero or four. What rounding leaves is told, with others, by a wider territory.
    """
    if told.most < 2 * LEAST - 1:
        return told
    if told.hidden < LEAST:
        return told._replace(most=LEAST - 1)
    highest = (told.most - LEAST + 1) // LEAST
    nearest = (told.hidden + LEAST // 2) // LEAST
    rounded = LEAST * min(nearest, highest)
    most = LEAST // 2 if nearest < highest else told.most - rounded
    held = told.held + told.claims - rounded
    return Told(told.placements + rounded, held, told.hidden - rounded, most, is_exact=False)


def placements_told(told: Told) -> int | None:
    """The placements to show, exact or about; None when they are hidden."""
    return told.placements if told.placements or not told.most else None


def held_told(told: Told) -> int | None:
    """The places held to show; hidden where they would give small counts of placements back."""
    is_hidden = told.most and told.is_exact and told.held < LEAST
    return None if is_hidden else max(told.held, 0)


def is_about(told: Told) -> bool:
    """Whether the figures shown are rounded, or leave small counts out."""
    return bool(told.most) or not told.is_exact


def ceiling(told: Told) -> int:
    """« moins de 5 », or of the next multiple of 5 when several small counts are hidden."""
    return LEAST * (told.most // LEAST + 1)
