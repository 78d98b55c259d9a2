"""All the pages of a search, each asked by the link of the one before."""

from collections.abc import Callable
from typing import Any

from search.engine import SearchPage


def every_page(ask: Callable[..., SearchPage], **filters: Any) -> list[SearchPage]:
    """From the first page to the one that leads to no other."""
    pages = [ask(**filters)]
    while pages[-1].next_key:
        pages.append(ask(**filters, after=pages[-1].next_key))
    return pages


def is_each_once(pages: list[SearchPage], offers: set[int]) -> bool:
    """Whether pages of three hold these offers, each once, by rank, distance and id."""
    shown = [hit for page in pages for hit in page.hits]
    order = [(hit.rank, hit.distance_m or 0, hit.offer_id) for hit in shown]
    are_full = all(len(page.hits) == 3 for page in pages[:-1])
    return are_full and {hit.offer_id for hit in shown} == offers and order == sorted(set(order))
