"""Setting an authenticator up, and changing it."""

from passlib.totp import TOTP  # type: ignore[import-untyped]

from tests.accounts.conftest import PASSWORD, found
from tests.browsing import words


def code_on(page):
    """The code an authenticator shows once the key of this page was typed into it."""
    key = found(r"<samp>([A-Z2-7-]+)</samp>", page)
    return TOTP(key=key.replace("-", "")).generate().token


def where_to_check(page):
    return found(r'action="(/mon-compte/application/[^"]+)"', page)


def test_staff_without_authenticator_are_led_to_set_one_up(visitor, counsellor):
    counsellor.tf_primary_method = counsellor.tf_totp_secret = None
    browser = visitor()
    browser.sign_in(counsellor)

    assert browser.read("/mon-compte").location == "/mon-compte/application"
    page = browser.read("/mon-compte/application").text
    browser.send(where_to_check(page), {"code": code_on(page)})

    assert counsellor.tf_primary_method == "authenticator"
    assert browser.read("/mon-compte").status_code == 200


def test_a_mistyped_code_keeps_the_same_key_during_the_set_up(visitor, counsellor):
    counsellor.tf_primary_method = counsellor.tf_totp_secret = None
    browser = visitor()
    browser.sign_in(counsellor)
    before = browser.read("/mon-compte/application").text

    browser.send(where_to_check(before), {"code": "000000"})

    after = browser.read("/mon-compte/application").text
    assert "Ce code est incorrect ou a expiré" in words(after)
    assert code_on(after) == code_on(before)
    assert counsellor.tf_primary_method is None


def test_the_barcode_is_an_image_of_the_page_itself(visitor, counsellor):
    counsellor.tf_primary_method = None
    browser = visitor()
    browser.sign_in(counsellor)

    assert 'src="data:image/svg+xml;base64,' in browser.read("/mon-compte/application").text


def test_changing_how_one_signs_in_asks_for_the_password_again(visitor, counsellor):
    browser = visitor()
    browser.sign_in(counsellor)
    browser.give_code(counsellor)
    with browser.browser.client.session_transaction() as cookie:
        cookie["fs_paa"] -= 3600

    asked = browser.read("/mon-compte/application").location
    assert asked == "/mon-compte/confirmer?next=/mon-compte/application"
    assert browser.send("/mon-compte/confirmer", {"password": "Faux"}).status_code == 422
    answer = browser.send(
        "/mon-compte/confirmer", {"password": PASSWORD, "next": "/mon-compte/application"}
    )

    assert answer.location == "/mon-compte/application"
    assert browser.read("/mon-compte/application").status_code == 200


def test_setting_up_late_is_possible_after_the_password(visitor, counsellor):
    counsellor.tf_primary_method = counsellor.tf_totp_secret = None
    browser = visitor()
    browser.sign_in(counsellor)
    with browser.browser.client.session_transaction() as cookie:
        cookie["fs_paa"] -= 3600

    assert browser.read("/mon-compte/application").location.startswith("/mon-compte/confirmer")
    assert browser.read("/mon-compte/confirmer").status_code == 200
