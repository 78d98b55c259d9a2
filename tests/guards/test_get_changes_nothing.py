"""Guard 1: a GET changes no business row, and one that shows case data leaves an audit line."""

import pytest
import sqlalchemy as sa

from tests.guards.access_table import EXPECTED, ROLES
from tests.guards.test_access_matrix import rules_of

# What this transaction wrote so far, undone savepoints included.
WRITTEN = sa.text(
    "SELECT schemaname || '.' || relname, n_tup_ins + n_tup_upd + n_tup_del"
    " FROM pg_stat_xact_user_tables WHERE n_tup_ins + n_tup_upd + n_tup_del > 0"
)
AUDITED = sa.text("SELECT count(*) FROM audit.entry WHERE account_id = :account_id")
CASE_PAGES = ("casework.", "matching.", "placements.", "portal.")
# An empty form, the partner's own figures, and the page that asks for the e-mailed code.
NOTHING_OF_A_CASE = {"casework.new", "portal.index", "portal.report", "portal.disclosure"}
# What an address without a query is refused by.
ASKED_WITH = {"geocode.geocode": {"q": "Lyon"}, "geocode.reverse": {"lon": "4.83", "lat": "45.76"}}
READERS = ("nobody", "counsellor", "lead", "host", "administrator")


def pages() -> list[tuple[str, str]]:
    """Each endpoint with each of a few roles that it lets through."""
    columns = {who: list(ROLES).index(who) for who in READERS}
    return [
        (name, who)
        for name, row in EXPECTED.items()
        for who, column in columns.items()
        if row.split()[column] == "+"
    ]


def written(sample) -> dict[str, int]:
    """How many rows were written, by table."""
    return dict(map(tuple, sample.connection.execute(WRITTEN).all()))


def audited(sample, who: str) -> int:
    """How many lines of the audit log this role has left."""
    account = sample.accounts[who]
    values = {"account_id": account.id if account else 0}
    return int(sample.connection.execute(AUDITED, values).scalar_one())


@pytest.mark.parametrize(("endpoint", "who"), pages())
def test_a_get_writes_nothing_and_a_case_page_is_audited(sample, endpoint, who):
    for rule, method in rules_of(sample, endpoint):
        if method != "GET":
            continue
        before, lines = written(sample), audited(sample, who)

        query = ASKED_WITH.get(endpoint, {})
        answer = sample.ask(who, "GET", sample.address(rule), query_string=query)

        assert answer.status_code < 400 or endpoint == "static"
        assert written(sample) == before
        if endpoint.startswith(CASE_PAGES) and endpoint not in NOTHING_OF_A_CASE:
            assert audited(sample, who) > lines, "no audit line"


def test_a_write_would_be_seen(sample):
    before = written(sample)
    rule, method = rules_of(sample, "directory.confirm")[0]

    sample.ask("host", method, sample.address(rule))

    after = written(sample)
    assert "directory.offer" in {name for name in after if after[name] != before.get(name)}
