"""A confidential site is found by its name and its commune, never by what leads there."""

import pytest
import sqlalchemy as sa

from tests.confidential.conftest import PHONE, STOP, TITLE
from tests.confidential.leaks import readable
from tests.confidential.walking import rules

# What one types, whole, half, or mistyped; what the page must neither find nor complete.
TYPED = ("impasse des Zinzolins", "zinzolin", "zinzolims", STOP, PHONE, "0478314159", "quinconce")
WORD = "zinzolins"
NAMES = ("mots", "q", "texte")
METHODS = {"GET", "POST"}
WORDED = ("directory.", "geocode.", "api.", "network.", "duplicates.")


def test_it_is_found_by_its_name(shelter):
    page = shelter.ask("counsellor", "GET", "/annuaire", query_string={"mots": TITLE})

    assert TITLE in page.text


@pytest.mark.parametrize("typed", TYPED)
def test_no_search_nor_suggestion_finds_it_by_a_secret(shelter, typed):
    for method, rule in searches(shelter):
        said, meaningless = (told(shelter, method, rule, words) for words in (typed, "qzxwvk"))

        assert said.count(TITLE) <= meaningless.count(TITLE), (method, rule)
        if WORD not in typed.lower():
            assert WORD not in said.lower().replace(typed, ""), (method, rule)


def searches(shelter):
    """Every address that needs nothing but words."""
    for rule in rules(shelter):
        if not rule.arguments and rule.endpoint.startswith(WORDED):
            yield from ((method, rule.rule) for method in (rule.methods or set()) & METHODS)


def told(shelter, method, rule, words):
    """What a search says to a counsellor who types these words."""
    sent = {"query_string" if method == "GET" else "data": dict.fromkeys(NAMES, words)}
    answer = shelter.ask("counsellor", method, rule, **sent)
    assert answer.status_code < 500, (method, rule)
    return readable(answer)


def test_no_table_keeps_a_secret_but_the_one_apart(shelter):
    tables = "SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) FROM pg_tables"
    ours = "('directory', 'reference', 'audit', 'accounts', 'casework')"
    names = shelter.connection.scalars(sa.text(f"{tables} WHERE schemaname IN {ours}")).all()

    keeping = {
        name
        for name in names
        if shelter.connection.scalar(
            sa.text(f"SELECT count(*) FROM {name} t WHERE t::text ~* 'zinzolin|478314159'")
        )
    }

    assert keeping == {"directory.site_secret"}
