"""Whatever is typed gets an answer: nothing typed can break a search or turn into an operator."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import factories
from tests.search.conftest import Ask

STRANGE = [
    "\x00",
    "foy\x00er",
    "a" * 10_000,
    "foyer " * 2_000,
    "...!?",
    "'",
    '"foyer',
    "''; DROP TABLE directory.offer; --",
    "foyer & | ! ( ) <-> :*",
    "foyer:A",
    "\\",
    "%_%",
    "%(words)s",
    "{}",
    "\ud800",
    "\u202e foyer",
    "🏠",
    "ﬀ ﬁ",
    "\t\n ",
    "= ~ =~",
    "~=chrs",
]


# What an engine, a pattern, a file of the disk or the order of letters could take for orders.
OPERATORS = st.text(
    alphabet="&|!()<->:*'\"\\~=%_aé0 \x00\u202e\u2066\ud800ا", min_size=1, max_size=60
)


@pytest.mark.parametrize("words", STRANGE, ids=lambda words: ascii(words)[:20])
def test_strange_text_is_answered(words: str, ask: Ask):
    factories.HousingOfferFactory(title="Foyer")

    page = ask(words)

    assert page.total >= 0


def test_punctuation_alone_asks_for_nothing_in_particular(ask: Ask):
    offer = factories.HousingOfferFactory()

    assert ask("...!?").hits[0].offer_id == offer.id


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(words=st.one_of(st.text(max_size=40), OPERATORS), after=st.text(max_size=12))
def test_any_text_and_any_key_are_answered(words: str, after: str, ask: Ask):
    assert ask(words, after=after).total >= 0


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(title=st.text(alphabet=st.characters(categories=["L", "Nd"]), min_size=1, max_size=20))
def test_any_name_of_letters_and_figures_is_found(title: str, session, ask: Ask):
    offer = factories.HousingOfferFactory(title=title)
    session.flush()

    assert offer.id in {hit.offer_id for hit in ask(title).hits}
