"""A theme chosen holds on every page, signed in or not; anything else follows the system."""

import pytest

PAGE = "/connexion"


def theme_of(client, **headers):
    """What the page forces on the browser, if anything."""
    page = client.get(PAGE, headers=headers).text
    return page.partition('data-bs-theme="')[2].partition('"')[0] or None


def choose(client, word, **headers):
    """Press a button of the control."""
    return client.post("/apparence", data={"apparence": word}, headers=headers)


@pytest.fixture
def client(app):
    """A browser that nobody signed in with."""
    return app.test_client()


@pytest.mark.parametrize(("word", "theme"), [("sombre", "dark"), ("claire", "light")])
def test_a_choice_holds_until_the_automatic_one(client, word, theme):
    answer = choose(client, word)

    assert answer.status_code == 302
    cookie = answer.headers["Set-Cookie"]
    assert {"HttpOnly", "SameSite=Lax", "Path=/"} <= set(cookie.split("; "))
    assert theme_of(client) == theme

    choose(client, "automatique")

    assert theme_of(client) is None
    assert client.get_cookie("apparence") is None


@pytest.mark.parametrize("forged", ["dark", "SOMBRE", '"><script>', "", "é" * 5000])
def test_a_word_that_is_not_ours_is_the_automatic_one(client, forged):
    client.set_cookie("apparence", "sombre")

    choose(client, forged)

    assert theme_of(client) is None
    client.set_cookie("apparence", forged[:100].encode("ascii", "ignore").decode())
    assert theme_of(client) is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("http://localhost/connexion?next=/annuaire", "http://localhost/connexion?next=/annuaire"),
        ("http://localhost/apparence", "/"),
        ("http://localhost.ailleurs.example/connexion", "/"),
        ("http://ailleurs.example/", "/"),
        ("http://[", "/"),
        ("//ailleurs.example", "/"),
    ],
)
def test_one_comes_back_to_the_page_one_was_on_and_nowhere_else(client, before, after):
    assert choose(client, "claire", Referer=before).location == after


def test_with_scripts_the_control_alone_is_drawn_again(client):
    fragment = choose(client, "sombre", **{"HX-Request": "true"}).text

    assert 'data-theme="dark"' in fragment
    assert "<html" not in fragment
    assert fragment.count('aria-pressed="true"') == 1
