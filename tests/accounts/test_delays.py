"""How long the wait is, and that nobody slips through it."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor

import pytest

from app.sign_in import throttle
from app.sign_in.delays import ACCOUNT, ADDRESS

NOW = dt.datetime(2026, 3, 3, 14, 0, tzinfo=dt.UTC)


def test_simultaneous_tries_cannot_all_pass(app, visitor):
    visitor()

    def attempt(number):
        with app.test_request_context(environ_base={"REMOTE_ADDR": f"198.51.100.{number}"}):
            try:
                return throttle.begin("cible@exemple.fr") > 0
            except throttle.TooManyTries:
                return False

    with ThreadPoolExecutor(12) as pool:
        passed = list(pool.map(attempt, range(1, 25)))

    assert passed.count(True) == 5


def test_a_network_of_ipv6_counts_as_one_address(app):
    with app.test_request_context(environ_base={"REMOTE_ADDR": "2001:db8:1:2:aaaa::1"}):
        assert throttle.client_address() == "2001:db8:1:2::"


@pytest.mark.parametrize(
    ("failures", "seconds"),
    [(4, 0), (5, 60), (6, 120), (8, 480), (11, 3840), (12, 7200), (90, 7200)],
)
def test_the_wait_doubles_up_to_two_hours(failures, seconds):
    assert ACCOUNT.seconds(failures, NOW, NOW) == seconds


def test_a_day_allows_fewer_than_25_tries():
    at, tries = NOW, 0
    while at < NOW + dt.timedelta(hours=24):
        tries += 1
        at += dt.timedelta(seconds=ACCOUNT.seconds(tries, at, at))

    assert tries < 25


def test_the_wait_of_an_address_ends():
    assert ADDRESS.seconds(20, NOW - dt.timedelta(seconds=61), NOW) == 0
