"""One neutral e-mail a day, for all of one's searches, and a link that stops them."""

import re
from urllib.parse import urlsplit

import pytest
from sqlalchemy import select

from app.saved.jobs import forget, tell
from models.base import today
from models.mail import OutgoingMail
from models.saved import RecentSearch, SavedSearch, SearchHabit
from tests.factories import (
    CareOfferFactory,
    CounsellorFactory,
    SavedSearchFactory,
    SearchNewsFactory,
)

NEVER = re.compile(r"spip|probation|justice|tig|peine|secret|fratelli", re.IGNORECASE)


@pytest.fixture
def owner(session):
    """Somebody with news in two searches."""
    account = CounsellorFactory(name="Camille Fratelli")
    for name in ("Lit secret", "Soins"):
        search = SavedSearchFactory(account=account, name=name)
        SearchNewsFactory(search=search, offer=CareOfferFactory(title="Centre secret"))
    return account


def letters(session):
    return session.scalars(select(OutgoingMail).order_by(OutgoingMail.id)).all()


def stop_link(session):
    return urlsplit(re.findall(r"https://\S+", letters(session)[0].body)[1]).path


def test_one_letter_a_day_says_how_many_and_names_nothing(session, as_worker, owner):
    assert as_worker(tell) == 1
    SearchNewsFactory(search=session.scalars(select(SavedSearch)).first())
    assert as_worker(tell) == 0

    (letter,) = letters(session)
    assert letter.recipient == owner.email
    assert "2\u00a0nouveautés répondent" in letter.body
    assert "https://maillage.exemple.fr/mes-recherches\n" in letter.body
    assert NEVER.search(letter.subject + letter.body) is None


def test_the_next_day_tells_only_what_is_new(session, as_worker, owner):
    as_worker(tell)
    session.get(SearchHabit, owner.id).told_on = today().replace(year=2020)
    assert as_worker(tell) == 0

    SearchNewsFactory(search=session.scalars(select(SavedSearch)).first())

    assert as_worker(tell) == 1
    assert "1\u00a0nouveauté répond" in letters(session)[-1].body


def test_the_link_of_the_letter_stops_them_without_signing_in(session, browse_as, as_worker, owner):
    as_worker(tell)
    anybody = browse_as(None)

    asked = anybody.open_address("GET", stop_link(session))
    assert session.get(SearchHabit, owner.id).gets_mail
    answer = anybody.open_address("POST", stop_link(session))

    assert "Ne plus recevoir ces messages" in asked.text
    assert "Vous ne recevrez plus ces messages" in answer.text
    assert owner.name not in answer.text
    assert not session.get(SearchHabit, owner.id).gets_mail


def test_a_link_that_is_not_ours_stops_nobody(browse_as, owner):
    assert (
        browse_as(None).open("POST", "saved.confirm_stop", signed=f"{owner.id}-x").status_code
        == 404
    )


def test_who_wants_no_letter_gets_none_until_they_ask(session, browse_as, as_worker, owner):
    browser = browse_as(owner)
    browser.post("saved.choose_mail", {"value": "non"})
    assert as_worker(tell) == 0

    browser.post("saved.choose_mail", {"value": "oui"})

    assert as_worker(tell) == 1


def test_what_a_closed_account_kept_is_forgotten(session, as_worker, owner):
    other = SavedSearchFactory(name="Reste")
    session.add(
        RecentSearch(account_id=owner.id, digest="a", query={}, said="Soins", lost_words=False)
    )
    owner.active = False

    as_worker(forget)

    assert session.scalars(select(SavedSearch.name)).all() == [other.name]
    assert session.scalars(select(RecentSearch)).all() == []
