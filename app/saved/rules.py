"""What is new in a search since it was last looked at; pure."""

from collections.abc import Collection

from models.codes.saved import NewsKind


def news(
    known: Collection[int],
    free: Collection[int],
    *,
    found: Collection[int],
    free_now: Collection[int],
) -> dict[int, NewsKind]:
    """Offers that match and did not, and those that have a place free and had none."""
    appeared = dict.fromkeys(set(found) - set(known), NewsKind.FOUND)
    freed = dict.fromkeys(set(free_now) - set(free) - appeared.keys(), NewsKind.FREED)
    return appeared | freed


def holds(kind: NewsKind, is_found: bool, is_free: bool) -> bool:
    """Whether what was news yesterday is still true."""
    return is_found and (kind is NewsKind.FOUND or is_free)
