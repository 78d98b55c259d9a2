"""A list is worked through: who reads it, what a call changes, how it pages."""

from html import unescape

import pytest
import sqlalchemy as sa

from app.network.attention.actions import version
from models.capacity import CapacityReport
from models.codes.organization import Channel
from tests.factories import (
    TigLeadFactory,
)
from tests.network.attention import ago, said, silent, state

IT = "silencieux"


def answer(browser, post, word="exact", **sent):
    """Press one of the buttons of the row."""
    data = {"mot": word, "vu": version(post)} | sent
    return browser.post("network.attention_heard", data, which=IT, offer_id=post.id)


def reports(session):
    return session.scalars(sa.select(CapacityReport)).all()


def test_still_true_by_telephone_takes_the_row_off_the_list(session, browse_as):
    post = silent()
    browser = browse_as(TigLeadFactory())

    gone = answer(browser, post, qui="M. Roux")

    assert gone.status_code == 303
    assert (post.verified_by, post.verified_channel) == ("M. Roux", Channel.PHONE)
    assert [(one.open, one.reported_by) for one in reports(session)] == [(3, "M. Roux")]
    page = browser.get("network.attention_list", which=IT)
    assert "C'est noté : Parc Vert" in page
    assert "Rien à faire ici" in page


def test_a_row_that_leaves_tells_how_many_are_left(browse_as):
    posts, browser = [silent() for _ in range(3)], browse_as(TigLeadFactory())
    asked = {"which": IT, "headers": {"HX-Request": "true"}}
    told = []
    for post in posts:
        data = {"mot": "exact", "vu": version(post)}
        gone = browser.open("POST", "network.attention_heard", data=data, offer_id=post.id, **asked)
        told.append(gone.text)

    for words, page in zip(("2 lignes", "1 ligne", "Plus rien à faire ici"), told, strict=True):
        assert words in page


def test_full_by_telephone_leaves_nothing_open(session, browse_as):
    post = silent()

    answer(browse_as(TigLeadFactory()), post, "complet")

    assert [lot.open for lot in post.lots] == [0]


def test_an_offer_that_counts_no_place_is_confirmed(session, browse_as):
    post = said(90)
    state(post)
    session.execute(sa.delete(type(post.lots[0])))
    session.expire(post)

    answer(browse_as(TigLeadFactory()), post)

    assert post.verified_at > ago(1)


@pytest.mark.parametrize(
    ("sent", "status"),
    [({"vu": "jamais"}, 409), ({"mot": "ouvert"}, 422), ({"qui": "x" * 121}, 422)],
)
def test_what_is_late_or_wrong_changes_nothing_and_says_so(session, browse_as, sent, status):
    post = silent()
    browser = browse_as(TigLeadFactory())
    data = {"mot": "exact", "vu": version(post)} | sent
    asked = {"which": IT, "offer_id": post.id, "headers": {"HX-Request": "true"}}

    refused = browser.open("POST", "network.attention_heard", data=data, **asked)

    assert refused.status_code == status
    assert 'id="dit"' in refused.text
    assert ("HX-Reswap" in refused.headers) is (status == 422)
    assert reports(session) == []


@pytest.mark.parametrize("which", ["silencieux", "perimees"])
def test_pages_follow_each_other_without_loss(session, browse_as, which):
    for number in range(30):
        state(said(121 + number % 3, title=f"Parc {number:02}"))
    browser = browse_as(TigLeadFactory())

    first = browser.open("GET", "network.attention_list", which=which).text
    link = unescape(first.split('rel="next" href="')[1].split('"')[0])
    second = browser.open_address("GET", link).text

    titles = [f"Parc {number:02}" for number in range(30)]
    on = [[t for t in titles if f">{t}</a>" in page] for page in (first, second)]
    assert sorted(on[0] + on[1]) == titles
    assert len(on[0]) == 25


def test_fifty_rows_ask_no_more_than_five(session, browse_as, count_queries):
    browser = browse_as(TigLeadFactory())
    asked = []
    for _ in range(2):
        for _ in range(10):
            silent()
        asked.append(count_queries(lambda: browser.get("network.attention_list", which=IT)))

    assert asked[0] == asked[1]


def test_a_word_of_anybody_else_is_not_a_key(browse_as):
    page = browse_as(TigLeadFactory()).get("network.attention_list", which=IT, apres="x~y~z")

    assert "Rien à faire ici" in page
