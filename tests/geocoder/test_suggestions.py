"""The list offered under a field while one types."""

import html5lib

from tests.factories import CounsellorFactory


def options(answer):
    tree = html5lib.parseFragment(answer.text, namespaceHTMLElements=False)
    return tree.findall(".//*[@role='option']")


def test_the_options_carry_what_the_field_keeps(browse_as):
    browser = browse_as(CounsellorFactory())

    answer = browser.open("GET", "geocode.suggestions", q="vilurbanne")

    first = options(answer)[0]
    assert first.text == first.get("data-value") == "Villeurbanne (69100, Rhône)"
    assert first.get("data-insee") == "69266"
    assert 4.8 < float(first.get("data-lon")) < 4.9
    assert 45.7 < float(first.get("data-lat")) < 45.8


def test_two_lists_of_a_page_have_ids_of_their_own(browse_as):
    browser = browse_as(CounsellorFactory())
    headers = {"HX-Target": "home-list"}

    answer = browser.open("GET", "geocode.suggestions", q="lyon", headers=headers)

    assert [option.get("id") for option in options(answer)][:2] == ["home-list-1", "home-list-2"]


def test_a_target_that_is_no_id_is_not_written_on_the_page(browse_as):
    browser = browse_as(CounsellorFactory())
    headers = {"HX-Target": '"><script>'}

    answer = browser.open("GET", "geocode.suggestions", q="lyon", headers=headers)

    assert options(answer)[0].get("id") == "suggestions-1"


def test_nothing_typed_or_nothing_like_it_offers_nothing(browse_as):
    browser = browse_as(CounsellorFactory())

    assert browser.get("geocode.suggestions") == ""
    assert browser.get("geocode.suggestions", q="xqzwkj") == ""
    assert browser.get("geocode.suggestions", q="\x00" * 10_000) == ""


def test_a_stranger_is_sent_to_the_sign_in_page(browse_as):
    answer = browse_as(None).open("GET", "geocode.suggestions", q="lyon")

    assert answer.status_code == 302
