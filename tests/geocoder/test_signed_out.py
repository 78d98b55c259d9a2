"""A program follows no link to a page where one signs in: it is told what is missing."""

import pytest


@pytest.mark.parametrize("endpoint", ["geocode.geocode", "geocode.reverse"])
def test_a_program_that_is_not_signed_in_is_told_so_in_json(endpoint, browse_as):
    answer = browse_as(None).open("GET", endpoint, q="lyon")

    assert (answer.status_code, answer.mimetype) == (401, "application/json")
    assert answer.json == {"code": 401, "title": "Connectez-vous d'abord."}
    assert "Cookie" in answer.headers["WWW-Authenticate"]
    assert answer.headers["Cache-Control"] == "no-store"
