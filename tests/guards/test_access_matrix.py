"""Guard 1: every endpoint called as every role; an endpoint without a row in the table fails."""

import pytest
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from app.filters import NBSP
from app.sign_in.settings import SETTINGS
from tests.guards.access_table import EXPECTED, ROLES

WENT_THROUGH = frozenset({200, 204, 302, 303, 400, 409, 410, 422})
SIGN_IN = f"{SETTINGS['SECURITY_LOGIN_URL']}?next="
# A housing offer swaps the two who write offers; a list of posts exists for TIG alone.
FOR_TIG_ALONE = {"directory.request_listing"}
ELSEWHERE = ("manager elsewhere", "lead elsewhere", "coordinator elsewhere")
# Whoever writes in some département may begin a new partner, whose sites will say where it is.
ANYWHERE = {"directory.new_organization", "directory.create_organization"}
# Each reads the list of its own départements.
ANYWHERE |= {"duplicates.index", "duplicates.merges"}
# A word serves everybody, wherever it was proposed.
ANYWHERE |= {f"vocabulary.{name}" for name in ("index", "propose", "accept", "remove")}
# A file is sent for the whole territory of who sends it.
ANYWHERE |= {f"imports.{name}" for name in ("index", "new", "create")}


def sign(answer: TestResponse) -> str:
    """What the table calls this answer."""
    if answer.status_code == 302 and (answer.location or "").startswith(SIGN_IN):
        return ">"
    if answer.status_code == 401 and answer.mimetype == "application/json":
        return ">"
    if answer.status_code in WENT_THROUGH:
        return "+"
    return {403: "x", 404: "-"}.get(answer.status_code, str(answer.status_code))


def rules_of(sample, endpoint: str) -> list[tuple[Rule, str]]:
    """Every rule of an endpoint with each of its methods."""
    rules = sample.app.url_map.iter_rules(endpoint)
    return [(rule, method) for rule in rules for method in rule.methods - {"HEAD", "OPTIONS"}]


def answers(sample, who: str, endpoint: str, **ids: object) -> set[str]:
    """How every method of an endpoint answers a role; methods are expected to agree."""
    return {
        sign(sample.ask(who, method, sample.address(rule, **ids)))
        for rule, method in rules_of(sample, endpoint)
    }


def test_every_endpoint_has_its_row_and_every_row_its_endpoint(sample):
    known = {rule.endpoint for rule in sample.app.url_map.iter_rules()}

    assert known - EXPECTED.keys() == set(), "endpoints without a row in guards/access/"
    assert EXPECTED.keys() - known == set(), "rows of endpoints that are gone"


@pytest.mark.parametrize("endpoint", EXPECTED)
def test_an_endpoint_answers_each_role_as_the_table_says(sample, endpoint):
    found = {who: "".join(sorted(answers(sample, who, endpoint))) for who in ROLES}

    assert found == dict(zip(ROLES, EXPECTED[endpoint].split(), strict=True))


@pytest.mark.parametrize("who", ELSEWHERE)
def test_territory_ends_at_the_departement(sample, who):
    columns = list(ROLES).index("elsewhere")
    closed = {name for name, row in EXPECTED.items() if row.split()[columns] in "x-"} - ANYWHERE

    opened = {name for name in closed if "+" in answers(sample, who, name)}

    assert opened == set()


def test_the_lead_writes_tig_posts_and_the_coordinator_the_rest(sample):
    rows = {name: dict(zip(ROLES, row.split(), strict=True)) for name, row in EXPECTED.items()}
    split = {n for n, row in rows.items() if (row["lead"], row["coordinator"]) == ("+", "x")}
    ids = {"offer_id": sample.ids["housing_id"], "lot_id": sample.ids["bed_id"]}
    assert split > FOR_TIG_ALONE

    for name in split - FOR_TIG_ALONE - {"portal.suspend_post", "portal.resume_post"}:
        assert answers(sample, "lead", name, **ids, family_code="LOGEMENT") == {"x"}, name
        assert answers(sample, "coordinator", name, **ids, family_code="LOGEMENT") == {"+"}, name


@pytest.mark.parametrize("who", ["host", "tutor"])
def test_a_request_that_was_not_sent_does_not_exist_for_the_host(sample, who):
    for name, row in EXPECTED.items():
        if name.startswith("portal.") and "+" in row:
            for rule, method in rules_of(sample, name):
                if "orientation_id" in rule.arguments:
                    address = sample.address(rule, orientation_id=sample.ids["draft_id"])
                    assert sign(sample.ask(who, method, address)) == "-", name


@pytest.mark.parametrize("who", ["host", "tutor"])
def test_a_stay_that_ended_long_ago_is_closed_to_the_host(sample, who):
    for name in EXPECTED:
        for rule, method in rules_of(sample, name):
            if name.startswith("portal.") and "placement_id" in rule.arguments:
                address = sample.address(rule, placement_id=sample.ids["old_id"])
                assert sign(sample.ask(who, method, address)) == "-", name


def test_a_manager_elsewhere_who_is_tutor_here_is_a_tutor_here(sample):
    assert answers(sample, "tutor", "directory.update_offer") == {"x"}
    assert answers(sample, "both", "directory.update_offer") == {"x"}


@pytest.mark.parametrize("who", ["reader", "administrator"])
def test_who_reads_aggregates_alone_does_not_read_the_sum(sample, who):
    rule, method = rules_of(sample, "directory.show")[0]

    assert f"1{NBSP}placement" in sample.ask("counsellor", method, sample.address(rule)).text
    assert "placement" not in sample.ask(who, method, sample.address(rule)).text


def test_who_reads_aggregates_alone_reads_no_offer_and_no_partner(sample):
    assert answers(sample, "reader", "directory.show") == {"-"}
    assert answers(sample, "reader", "directory.organization") == {"-"}
    assert answers(sample, "administrator", "directory.organization") == {"+"}
