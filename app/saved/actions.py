"""Writes of saved searches: keep, rename, look again, see, delete; none of them commits."""

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.directory.keeping import Kept
from app.saved import rules
from app.saved.watching import Sight, look
from models.account import Account
from models.base import now
from models.saved import RecentSearch, SavedSearch, SearchHabit, SearchNews


def save(
    session: Session, kept: Kept, *, name: str, is_watched: bool, home_url: str, by: Account
) -> SavedSearch:
    """Name a search; what it finds now is no news."""
    search = SavedSearch(
        account_id=by.id,
        name=name,
        query=kept.query,
        said=kept.said,
        is_watched=is_watched,
        home_url=home_url,
    )
    session.add(search)
    if is_watched:
        _know(search, look(session, search.query))
    return search


def describe(session: Session, search: SavedSearch, *, name: str, is_watched: bool) -> None:
    """Rename it; watching begins with what it finds now, and leaves no news when it stops."""
    search.name = name
    if is_watched and not search.is_watched:
        _know(search, look(session, search.query))
    if not is_watched:
        see(session, search)
    search.is_watched = is_watched


def look_again(session: Session, search: SavedSearch) -> int:
    """Note what is new since the last look, forget what no longer holds; how many are new."""
    sight = look(session, search.query)
    known, free = search.known_ids, search.free_ids or []
    _know(search, sight)
    if sight is None or known is None:
        return 0
    told = _still_true(session, search, sight)
    fresh = rules.news(known, free, found=sight.found, free_now=sight.free)
    added = {offer_id: kind for offer_id, kind in fresh.items() if offer_id not in told}
    session.add_all(
        SearchNews(search_id=search.id, offer_id=offer_id, kind=kind)
        for offer_id, kind in added.items()
    )
    return len(added)


def see(session: Session, search: SavedSearch, *, until: dt.datetime | None = None) -> None:
    """Everything new was seen, or what was found until then: the rest came after the page."""
    mine = sa.delete(SearchNews).where(SearchNews.search_id == search.id)
    session.execute(mine if until is None else mine.where(SearchNews.found_at <= until))
    search.seen_at = now() if until is None else until


def delete(session: Session, search: SavedSearch) -> None:
    """Forget a search and its news."""
    session.execute(sa.delete(SavedSearch).where(SavedSearch.id == search.id))


def clear_recent(session: Session, account: Account) -> None:
    """Forget the account's last searches."""
    session.execute(sa.delete(RecentSearch).where(RecentSearch.account_id == account.id))


def habit_of(session: Session, account_id: int) -> SearchHabit:
    """What the account chose; both on until it does."""
    habit = session.get(SearchHabit, account_id)
    if habit is None:
        habit = SearchHabit(account_id=account_id, keeps_recent=True, gets_mail=True)
        session.add(habit)
    return habit


def _know(search: SavedSearch, sight: Sight | None) -> None:
    search.looked_at = now()
    search.known_ids = None if sight is None else sorted(sight.found)
    search.free_ids = None if sight is None else sorted(sight.free)


def _still_true(session: Session, search: SavedSearch, sight: Sight) -> frozenset[int]:
    """The offers already told as news, without those that would now be false."""
    told = session.scalars(sa.select(SearchNews).where(SearchNews.search_id == search.id)).all()
    for one in told:
        if not rules.holds(one.kind, one.offer_id in sight.found, one.offer_id in sight.free):
            session.delete(one)
    return frozenset(one.offer_id for one in told)
