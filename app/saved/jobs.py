"""Jobs on saved searches: look again, tell by e-mail once a day, forget what is too old."""

import datetime as dt

import sqlalchemy as sa
import structlog
from sqlalchemy.orm import Session

from app.access import Act, may
from app.mail.actions import send
from app.saved import actions, letter, queries
from app.traces import raised
from app.worker.schedule import scheduled
from models.account import Account
from models.base import now, today
from models.saved import RecentSearch, SavedSearch, SearchNews

log = structlog.get_logger()
LOOK_EVERY = dt.timedelta(hours=3)
# One question to the engine for each: some seconds of the worker at most.
LOOKS = 50
LETTERS = 200
RECENT_FOR = dt.timedelta(days=90)


@scheduled("*/2 * * * *")
def look_again(session: Session) -> int:
    """Ask again the searches not asked for three hours; how many offers are news."""
    waiting = session.execute(queries.due(now() - LOOK_EVERY, LOOKS)).unique().all()
    return sum(_look(session, search, account) for search, account in waiting)


def _look(session: Session, search: SavedSearch, account: Account) -> int:
    """One search that fails is left for later, and stops no other."""
    search_id = search.id
    try:
        with session.begin_nested():
            if may(account, Act.SEARCH_DIRECTORY):
                return actions.look_again(session, search)
    except (sa.exc.SQLAlchemyError, ValueError, LookupError) as error:
        log.error("search not looked at", search=search_id, **raised(error))
    later = sa.update(SavedSearch).where(SavedSearch.id == search_id).values(looked_at=now())
    session.execute(later)
    return 0


@scheduled("5,25,45 5-18 * * *")
def tell(session: Session) -> int:
    """One neutral e-mail a day at most to whoever has news not told yet."""
    waiting = session.execute(queries.untold(today(), LETTERS)).unique().all()
    for account, news, home_url in waiting:
        text = letter.body(account.id, news=news, home_url=home_url)
        send(session, to=account.email, subject=letter.SUBJECT, body=text)
        actions.habit_of(session, account.id).told_on = today()
        _mark_told(session, account)
    return len(waiting)


def _mark_told(session: Session, account: Account) -> None:
    theirs = sa.select(SavedSearch.id).where(SavedSearch.account_id == account.id)
    mark = sa.update(SearchNews).where(SearchNews.search_id.in_(theirs)).values(is_told=True)
    session.execute(mark.execution_options(synchronize_session=False))


@scheduled("40 3 * * *")
def forget(session: Session) -> int:
    """Recent searches after 90 days, and what closed accounts had kept for themselves."""
    open_accounts = sa.select(Account.id).where(Account.active)
    stale = RecentSearch.searched_at < now() - RECENT_FOR
    recent = sa.delete(RecentSearch).where(stale | RecentSearch.account_id.not_in(open_accounts))
    saved = sa.delete(SavedSearch).where(SavedSearch.account_id.not_in(open_accounts))
    return sum(_gone(session, statement) for statement in (recent, saved))


def _gone(session: Session, statement: sa.Delete) -> int:
    return len(session.execute(statement.returning(sa.literal(1))).all())
