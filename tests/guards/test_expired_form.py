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


def test_a_form_sent_from_elsewhere_is_not_offered_again(browse_as, too_late):
    answer = browse_as(CounsellorFactory()).post("casework.create", {"last_name": "Belkacem"})

    assert answer.status_code == 400
    assert "Belkacem" not in answer.text
