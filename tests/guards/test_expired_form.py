"""A form left open too long says so, and gives back all that was typed."""

import re

import pytest

from tests.browsing import words
from tests.factories import CounsellorFactory


@pytest.fixture
def too_late(app, monkeypatch):
    """Tokens are asked for, and every one is already too old."""
    monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", True)
    monkeypatch.setitem(app.config, "WTF_CSRF_TIME_LIMIT", -1)


def test_what_was_typed_can_be_sent_again(browse_as, too_late):
    browser = browse_as(CounsellorFactory())
    form = browser.open("GET", "casework.new").text
    token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', form)
    assert token

    answer = browser.post(
        "casework.create",
        {"csrf_token": token[1], "last_name": "Belkacem", "avoided": ["CASH", "MINORS"]},
    )

    assert answer.status_code == 400
    assert "resté ouvert trop longtemps" in words(answer.text)
    assert 'name="last_name" value="Belkacem"' in answer.text
    assert answer.text.count('name="avoided"') == 2


HERE = {"Origin": "http://localhost"}


def test_signed_out_meanwhile_one_signs_in_again_and_sends_it_again(app, browse_as, too_late):
    typed = {"last_name": "Belkacem", "first_name": "Samir"}

    answer = browse_as(None).post("casework.create", typed, headers=HERE)

    assert answer.status_code == 400
    assert "Vous n'êtes plus connecté" in words(answer.text)
    assert 'name="last_name" value="Belkacem"' in answer.text
    # Signed in again in another tab: the page held no token, the next one does.
    again = browse_as(CounsellorFactory()).post("casework.create", typed, headers=HERE)
    assert "resté ouvert trop longtemps" in words(again.text)
    assert 'name="csrf_token"' in again.text
    assert 'name="last_name" value="Belkacem"' in again.text


@pytest.mark.parametrize(
    "origin", ["null", "https://ailleurs.example", "http://localhost.ailleurs.example"]
)
@pytest.mark.parametrize("is_in", [True, False])
def test_what_another_site_sends_is_never_shown(browse_as, too_late, origin, is_in):
    browser = browse_as(CounsellorFactory() if is_in else None)

    answer = browser.post("casework.create", {"last_name": "Belkacem"}, headers={"Origin": origin})

    assert answer.status_code == 400
    assert "Belkacem" not in answer.text


def test_a_form_sent_from_elsewhere_is_not_offered_again(browse_as, too_late):
    answer = browse_as(CounsellorFactory()).post("casework.create", {"last_name": "Belkacem"})

    assert answer.status_code == 400
    assert "Belkacem" not in answer.text
