"""Whatever is typed, the geocoder answers."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.geocoder import find, search

TEXTS = st.one_of(
    st.text(),
    st.text(alphabet="0123456789aAbB (),-'%_\\\x00éœ"),
    st.text(alphabet="&|!()<->:*'\"~=\u202e\u2066\ud800اé ", max_size=60),
    st.sampled_from(
        [
            "\x00",
            "%",
            "_",
            "\ud800",
            "a" * 10_000,
            "é " * 5_000,
            "\u202enoyL",
            "9" * 300,
            "L'" * 80,
            "'; --",
        ]
    ),
)
ROLLED_BACK_TOGETHER = [HealthCheck.function_scoped_fixture]


@given(text=TEXTS)
@settings(max_examples=150, deadline=None, suppress_health_check=ROLLED_BACK_TOGETHER)
def test_any_text_is_answered(session, text):
    places = search(session, text)

    assert len(places) <= 8
    assert all(0 <= place.score <= 1 for place in places)
    assert find(session, text) in [None, *places]


def test_a_wildcard_is_not_a_wildcard(session):
    assert search(session, "%") == search(session, "_") == []
