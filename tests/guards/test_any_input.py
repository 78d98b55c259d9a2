"""Any text at every form and in every address: a clear refusal, never a trace, nothing stored."""

import logging
import uuid
from urllib.parse import quote

import html5lib
import pytest

from tests.guards.access_table import EXPECTED, ROLES
from tests.guards.test_access_matrix import rules_of

ANSWERED = frozenset({200, 204, 302, 303, 400, 404, 405, 409, 410, 413, 422, 429})
TEXTS = {
    "long": "a" * 10_000,
    "nul": "Dur\x00and\x00",
    "list": "[]",
    "negative": "-1",
    "huge": "1" + "0" * 30,
    "quotes": "'); DROP TABLE casework.release_plan; --",
    "markup": "<script>alert(1)</script>{{ 7 * 7 }}",
    "dates": "9999-12-31",
    "not a number": "NaN",
    "arabic digits": "٣٤",
    "unseen": "\u202e\ufeff\u0007\U000e0041",
}
# Names that some page reads in its query; each gets every text.
ASKED = (
    *("q", "apres", "avant", "page", "de", "mots", "commune", "rayon", "famille", "type"),
    *("du", "au", "jours", "insee", "lon", "lat", "public", "code", "next", "tri"),
)
BEST = ("counsellor", "host", "manager", "lead", "administrator", "nobody")
FIELDS = ("input", "select", "textarea")


def role_of(endpoint: str) -> str:
    """Somebody whom the table lets through."""
    row = dict(zip(ROLES, EXPECTED[endpoint].split(), strict=True))
    return next((who for who in BEST if row[who] == "+"), "nobody")


def names_in(markup: str) -> set[str]:
    """The fields of the forms of a page."""
    tree = html5lib.parse(markup, namespaceHTMLElements=False)
    return {name for tag in FIELDS for node in tree.iter(tag) if (name := node.get("name"))}


def fields_of(sample, who: str, address: str) -> set[str]:
    """What a form sends: the fields of the page that shows it, or shows its refusal."""
    pages = [sample.ask(who, method, address) for method in ("GET", "POST")]
    names = {name for page in pages if page.mimetype == "text/html" for name in names_in(page.text)}
    return names | {"value", "nom", "session", "key", "password", "email"}


def check(answer, caplog) -> None:
    """An answer for people, and no error in the log."""
    assert answer.status_code in ANSWERED, answer.status_code
    assert b"Traceback" not in answer.data
    assert b"<script>alert" not in answer.data
    assert [line for line in caplog.records if line.levelno >= logging.ERROR] == []
    assert [line.getMessage() for line in caplog.records if "integrity" in line.msg] == []


@pytest.mark.parametrize("endpoint", EXPECTED)
def test_a_form_bears_any_text(sample, caplog, endpoint):
    who = role_of(endpoint)
    for rule, method in rules_of(sample, endpoint):
        if method != "POST":
            continue
        address = sample.address(rule)
        names = fields_of(sample, who, address)
        for text in TEXTS.values():
            check(sample.ask(who, "POST", address, data=dict.fromkeys(names, text)), caplog)
        many = {key: ["a", "b", "1"] for key in names}
        check(sample.ask(who, "POST", address, data=many), caplog)
        check(sample.ask(who, "POST", address, json={name: [] for name in names}), caplog)


@pytest.mark.parametrize("endpoint", EXPECTED)
def test_an_address_bears_any_query(sample, caplog, endpoint):
    who = role_of(endpoint)
    for rule, method in rules_of(sample, endpoint):
        if method != "GET":
            continue
        address = sample.address(rule)
        for text in (*map(quote, (*list(TEXTS.values())[1:], "a" * 300)), "%ff%fe", "%00"):
            query = "&".join(f"{name}={text}" for name in ASKED)
            check(sample.ask(who, "GET", f"{address}?{query}&{query}"), caplog)


@pytest.mark.parametrize("endpoint", EXPECTED)
def test_ids_that_do_not_exist_are_not_found(sample, caplog, endpoint):
    who = role_of(endpoint)
    for rule, method in rules_of(sample, endpoint):
        for argument in rule.arguments - {"token", "filename"}:
            for wrong in (
                "0",
                "-1",
                "9" * 18,
                "1" + "0" * 30,
                str(uuid.uuid4()),
                "%00",
                "%ff",
                "x",
            ):
                marked = sample.address(rule, **{argument: sample.ids[argument]})
                address = marked.replace(str(sample.ids[argument]), wrong, 1)
                answer = sample.ask(who, method, address)

                check(answer, caplog)
                assert answer.status_code in (302, 404, 405, 204, 200), address
