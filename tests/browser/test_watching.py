"""The tests' own eye: what must never be on a page is seen when it is."""

import pytest

MOST_WAITED_MS = 5_000
STEP_MS = 50
PLANTED = {
    "axe": "() => document.querySelector('main').append(document.createElement('img'))",
    "Content Security Policy": "() => document.body.setAttribute('style', 'color: red')",
    "appel à un autre serveur": "() => { location.href = 'http://192.0.2.1/' }",
    "404": "() => fetch('/ceci-n-existe-pas')",
    "script": "() => { setTimeout(() => { throw new Error('cassé'); }) }",
}


@pytest.mark.parametrize("fault", PLANTED)
def test_a_fault_planted_in_a_page_is_seen(house, fault):
    visitor = house.arrive()
    visitor.go("/connexion")

    visitor.page.evaluate(PLANTED[fault])
    heard_within(visitor, MOST_WAITED_MS if fault != "axe" else 0)

    with pytest.raises(AssertionError, match=fault):
        visitor.check()


def heard_within(visitor, most_ms):
    """Wait until the browser has told what happened, which it does when it can."""
    for _ in range(0, most_ms, STEP_MS):
        if visitor.watch.faults:
            return
        visitor.page.wait_for_timeout(STEP_MS)
