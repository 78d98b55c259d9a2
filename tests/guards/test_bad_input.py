"""Bad input: a clear French sentence, the typed text kept, the right status, nothing stored."""

import datetime as dt
import html
from contextlib import contextmanager

import pytest

from app.filters import NARROW, NBSP
from models.base import today
from tests.guards.test_access_matrix import rules_of
from tests.guards.test_get_changes_nothing import written

LONG = "x" * 10_000
TOMORROW, LATER = today() + dt.timedelta(days=1), today() + dt.timedelta(days=40)
YESTERDAY = today() - dt.timedelta(days=1)
BACKWARDS = {"starts_on": LATER, "ends_on": TOMORROW}
PAST = {"starts_on": YESTERDAY, "ends_on": LATER}
WINDOW = {"earliest_on": LATER, "latest_on": TOMORROW, "commune": "Villeurbane"}

# Who, where, what is typed, what the page says, what it still shows.
WRONG = [
    ("counsellor", "casework.search", {"nom": LONG}, "80 caractères au plus", None),
    ("counsellor", "casework.search", {"nom": "Dur\x00and"}, "caractère invisible", "Durand"),
    ("counsellor", "casework.update", WINDOW, "La fin doit être après le début", LATER),
    ("counsellor", "casework.update", WINDOW, "Vouliez-vous dire", "Villeurbane"),
    ("counsellor", "casework.create_need", {"radius_km": "10000"}, "de 1 à 200", "10000"),
    ("counsellor", "casework.create_measure", {"hours_ordered": "-5"}, "nombre", "-5"),
    ("counsellor", "placements.move_dates", BACKWARDS, "La fin doit être après", LATER),
    ("counsellor", "placements.move_dates", PAST, "à venir", YESTERDAY),
    ("counsellor", "placements.cancel", {"reason": "COMPLET"}, "Choisissez", None),
    ("counsellor", "placements.answer", {"answer": "CONFIRMED"}, "réponse reçue", None),
    ("counsellor", "placements.enter_hours", {"hours": "401"}, "de 0 à 12", "401"),
    ("counsellor", "portal.record", {"answer": "-1", "said_by": "Mme Roy"}, "de 0 à 999", "-1"),
    ("host", "portal.record", {"answer": "1" + "0" * 30}, "de 0 à 999", "1000000000000"),
    ("host", "portal.resize", {"places": "-3"}, "de 0 à 999", "-3"),
    ("host", "portal.refuse", {"reason": "REFUS_PERSONNE"}, "Choisissez", None),
    ("host", "portal.refuse", {"refusal-note": LONG}, "500 caractères au plus", "xxxx"),
    ("host", "portal.report_incident", {"kind": "DRAGON"}, "Choisissez", None),
    ("lead", "directory.create_lot", {"places": "-1"}, "Écrivez", "-1"),
    ("lead", "directory.create_site", {"commune": "Villeurbane"}, "Villeurbanne", "Villeurbane"),
    ("administrator", "accounts.invite", {"role": "ROI", "name": "Zoé"}, "Choisissez", "Zoé"),
    ("administrator", "accounts.create_unit", {"department_code": "999"}, "69, 2A ou 974", "999"),
]


def read(answer) -> str:
    """What a page says, its hard spaces made soft."""
    return html.unescape(answer.text).replace(NBSP, " ").replace(NARROW, " ")


def typed_as(sample, who: str, address: str, typed: dict[str, object]) -> dict[str, object]:
    """The fields under the names of the page, which may bear a prefix."""
    page = sample.ask(who, "POST", address).text
    return {
        next((known for known in named(page) if known.endswith(f"-{name}")), name): value
        for name, value in typed.items()
    }


def named(page: str) -> list[str]:
    """The names of fields, in the order of the page."""
    return [part.partition('"')[0] for part in page.split(' name="')[1:]]


@pytest.mark.parametrize(("who", "endpoint", "typed", "said", "kept"), WRONG)
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(sample, who, endpoint, typed, said, kept):
    awaits = who == "host" or endpoint == "placements.answer"
    asked = {"orientation_id": sample.ids["sent_id"]} if awaits else {}
    address = sample.address(rules_of(sample, endpoint)[0][0], **asked)
    if endpoint.startswith("portal."):
        typed = typed_as(sample, who, address, typed)
    before = written(sample)

    answer = sample.ask(who, "POST", address, data=typed)

    assert answer.status_code == 422
    assert said in read(answer)
    assert kept is None or str(kept) in read(answer)
    assert written(sample) == before


@contextmanager
def protected(app):
    """Forms with their token, as deployed."""
    app.config["WTF_CSRF_ENABLED"] = True
    try:
        yield
    finally:
        app.config["WTF_CSRF_ENABLED"] = False


@pytest.mark.parametrize("token", ["", "périmé", "IjEi.aaaa.bbbb"])
@pytest.mark.parametrize("endpoint", ["casework.create", "portal.accept", "security.login"])
def test_an_expired_form_says_so_on_its_own_page(sample, endpoint, token):
    who = "host" if endpoint.startswith("portal") else "counsellor"
    address = sample.address(rules_of(sample, endpoint)[0][0])
    before = written(sample)

    with protected(sample.app):
        answer = sample.ask(who, "POST", address, data={"csrf_token": token, "email": "a@b.fr"})

    assert answer.status_code == 400
    assert "Le formulaire a expiré" in read(answer)
    assert written(sample) == before


def test_no_form_does_without_its_token(sample):
    rules = sample.app.url_map.iter_rules()
    posts = [rule for rule in rules if "POST" in rule.methods]

    with protected(sample.app):
        statuses = {
            rule.endpoint: sample.ask("administrator", "POST", sample.address(rule)).status_code
            for rule in posts
        }

    assert {name: status for name, status in statuses.items() if status != 400} == {}


def test_more_than_we_read_is_refused_before_it_is_read(sample):
    answer = sample.ask("counsellor", "POST", "/personnes/nouvelle", data={"nom": "x" * 2_100_000})

    assert answer.status_code == 413
    assert "dépasse la taille permise" in read(answer)


@pytest.mark.parametrize(
    ("who", "endpoint", "typed"),
    [
        ("host", "portal.enter_hours", {"hours-worked_on": YESTERDAY, "hours-hours": "7"}),
        ("counsellor", "casework.close", {}),
        ("administrator", "accounts.remove_membership", {}),
    ],
)
def test_a_second_press_stores_nothing_more(sample, who, endpoint, typed):
    address = sample.address(rules_of(sample, endpoint)[0][0])
    with sample.asking(who) as client:
        client.post(address, data=typed)
        once = written(sample)

        again = client.post(address, data=typed)

        assert again.status_code in (302, 404, 409, 422)
        assert written(sample) == once
