"""Reads of saved and recent searches, and of what awaits the worker."""

import datetime as dt

import sqlalchemy as sa
from sqlalchemy import Select, select

from app.access import visible_offers, visible_searches
from models.account import Account
from models.offer import Offer
from models.saved import RecentSearch, SavedSearch, SearchHabit, SearchNews


def with_news(account: Account) -> Select[SavedSearch, int]:
    """The account's searches, those that bring news first, each with how many."""
    counted = select(sa.func.count()).where(
        SearchNews.search_id == SavedSearch.id, SearchNews.offer_id.in_(_seen_by(account))
    )
    news = counted.scalar_subquery().label("news")
    searches = visible_searches(account).add_columns(news)
    return searches.order_by(news.desc(), SavedSearch.name, SavedSearch.id)


def news_of(search: SavedSearch, account: Account) -> Select[SearchNews]:
    """What is new in a search, the latest first, among the offers the account may see."""
    mine = select(SearchNews).where(
        SearchNews.search_id == search.id, SearchNews.offer_id.in_(_seen_by(account))
    )
    return mine.order_by(SearchNews.found_at.desc(), SearchNews.offer_id)


def recent(account: Account) -> Select[RecentSearch]:
    """The last searches of the account, the latest first."""
    mine = select(RecentSearch).where(RecentSearch.account_id == account.id)
    return mine.order_by(RecentSearch.searched_at.desc(), RecentSearch.id.desc())


def due(before: dt.datetime, most: int) -> Select[SavedSearch, Account]:
    """Watched searches of open accounts not looked at since then, the oldest look first."""
    return (
        select(SavedSearch, Account)
        .join(Account, Account.id == SavedSearch.account_id)
        .where(SavedSearch.is_watched, SavedSearch.looked_at < before, Account.active)
        .order_by(SavedSearch.looked_at, SavedSearch.id)
        .limit(most)
        .with_for_update(of=SavedSearch, skip_locked=True)
    )


def untold(day: dt.date, most: int) -> Select[Account, int, str]:
    """Open accounts with news never mailed and no e-mail that day: how many, and their address."""
    wants = SearchHabit.account_id.is_(None) | (
        SearchHabit.gets_mail & SearchHabit.told_on.is_distinct_from(day)
    )
    return (
        select(
            Account,
            sa.func.count(SearchNews.offer_id.distinct()),
            sa.func.max(SavedSearch.home_url),
        )
        .join(SavedSearch, SavedSearch.account_id == Account.id)
        .join(SearchNews, SearchNews.search_id == SavedSearch.id)
        .outerjoin(SearchHabit, SearchHabit.account_id == Account.id)
        .where(~SearchNews.is_told, Account.active, wants)
        .group_by(Account.id)
        .order_by(Account.id)
        .limit(most)
    )


def _seen_by(account: Account) -> Select[int]:
    return visible_offers(account).with_only_columns(Offer.id)
