"""Counts a search of the directory that found nothing: its commune, its kind, its known words."""

from app.access import Act, may
from app.directory.forms.search import SearchForm
from app.unmet.actions import count
from app.unmet.once import is_first
from app.unmet.terms import known
from models.account import Account
from models.base import today
from search.engine import SearchPage
from search.vocabulary import replaced


def note(account: Account, form: SearchForm, types: frozenset[str], page: SearchPage) -> None:
    """What a counsellor did not find anywhere; others only look around."""
    if page.is_answered or not may(account, Act.WORK_ON_CASES):
        return
    where = (form.found and form.found.insee_code) or ""
    what = (form.famille.data or "", *types) if len(types) == 1 else (form.famille.data or "", "")
    term = known(replaced(form.words, page.corrections))
    about = (where, str(what[0]), what[1], term)
    if is_first(*about):
        count(today(), *about)
