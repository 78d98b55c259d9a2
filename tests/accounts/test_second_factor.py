"""SPIP staff sign in with a one-time code; partners do not."""

import pytest

from tests.accounts.conftest import PASSWORD, found
from tests.browsing import words


def test_the_password_alone_does_not_let_staff_in(visitor, counsellor):
    browser = visitor()

    answer = browser.sign_in(counsellor)

    assert answer.location == "/connexion/code?next=/"
    assert browser.read("/mon-compte").location.startswith("/connexion")


def test_the_right_code_lets_staff_in(visitor, counsellor):
    browser = visitor()
    browser.sign_in(counsellor)

    answer = browser.give_code(counsellor)

    assert answer.location == "/"
    assert counsellor.name in words(browser.read("/mon-compte").text)


def test_the_code_may_be_typed_in_two_groups(visitor, counsellor, app):
    browser = visitor()
    browser.sign_in(counsellor)
    with app.app_context():
        from app.sign_in.second_factor import current_code

        code = current_code(counsellor)

    answer = browser.send("/connexion/code", {"code": f" {code[:3]} {code[3:]} "})

    assert answer.location == "/"


@pytest.mark.parametrize("code", ["000000", "", "abcdef", "1" * 500, "\x00"])
def test_a_wrong_code_is_refused_at_its_field(visitor, counsellor, code):
    browser = visitor()
    browser.sign_in(counsellor)

    answer = browser.send("/connexion/code", {"code": code})

    assert answer.status_code == 422
    assert 'aria-invalid="true"' in answer.text
    assert browser.read("/mon-compte").location.startswith("/connexion")


def test_the_code_comes_after_the_password_only(visitor):
    answer = visitor().send("/connexion/code", {"code": "000000"})

    assert answer.location == "/connexion"


def test_coming_back_to_the_code_once_inside_does_not_sign_out(visitor, counsellor):
    browser = visitor()
    browser.sign_in(counsellor)
    browser.give_code(counsellor)

    assert browser.read("/connexion/code").location == "/"
    assert browser.read("/mon-compte").status_code == 200


def test_a_recovery_code_replaces_the_telephone_once(visitor, counsellor):
    browser = visitor()
    browser.sign_in(counsellor)
    browser.give_code(counsellor)
    page = browser.send("/mon-compte/codes-de-secours").text
    code = found(r"<samp>([0-9a-f-]+)</samp>", page)

    first, second = visitor(), visitor()
    first.sign_in(counsellor)
    second.sign_in(counsellor)

    assert first.send("/connexion/code-de-secours", {"code": code}).location == "/"
    assert second.send("/connexion/code-de-secours", {"code": code}).status_code == 422
    assert code not in "".join(counsellor.mf_recovery_codes)


def test_nobody_gets_in_by_asking_for_help(visitor, counsellor):
    browser = visitor()
    browser.sign_in(counsellor)

    browser.send("/connexion/aide", {"help_setup": "help"})

    assert browser.read("/mon-compte").location.startswith("/connexion")


def test_a_second_factor_does_not_replace_the_password(visitor, counsellor):
    answer = visitor().sign_in(counsellor, f"{PASSWORD}!")

    assert answer.status_code == 422
