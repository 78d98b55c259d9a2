"""Notes and favourites stay in their unit: in SQL, on every page of others, in every file."""

import pytest
import sqlalchemy as sa

from models.saved import Favourite, UnitNote
from tests.factories import (
    AdministratorFactory,
    CoordinatorFactory,
    CounsellorFactory,
    FavouriteFactory,
    NationalReaderFactory,
    PartnerFactory,
    UnitFactory,
    UnitNoteFactory,
)
from tests.guards.access_table import EXPECTED, ROLES
from tests.guards.test_access_matrix import rules_of
from tests.guards.world import world

PLANTED = "Dominiquonde répond avant dix heures"
# The counsellor of another département and the host of the offer; row security binds the others.
OTHERS = ("elsewhere", "host")
FILES = ("export", "handout", "tile")


@pytest.fixture(scope="module")
def planted(app, database, settings):
    """The sample world, where the unit noted something about its offer."""
    with world(app, database, settings) as made:
        made.session.execute(sa.update(UnitNote).values(text=PLANTED))
        made.session.commit()
        yield made


def leaks(sample, who, wanted=""):
    """The pages open to a role that hold the note."""
    column = list(ROLES).index(who)
    names = [name for name, row in EXPECTED.items() if row.split()[column] == "+"]
    return [name for name in names if wanted in name and "Dominiquonde" in text(sample, who, name)]


def text(sample, who, endpoint):
    """All that an endpoint shows a role."""
    got = [rule for rule, method in rules_of(sample, endpoint) if method == "GET"]
    answers = [sample.ask(who, "GET", sample.address(rule)) for rule in got]
    return "".join(answer.data.decode(errors="replace") for answer in answers)


def test_the_unit_reads_it_on_the_offers_page_so_a_leak_would_be_seen(planted):
    assert leaks(planted, "counsellor", "directory.show") == ["directory.show"]


@pytest.mark.parametrize("who", OTHERS)
def test_no_page_of_anybody_else_holds_it(planted, who):
    assert leaks(planted, who) == []


@pytest.mark.parametrize("kind", FILES)
def test_no_file_nor_sheet_of_the_unit_itself_holds_it(planted, kind):
    assert leaks(planted, "counsellor", kind) == []


def test_row_security_keeps_them_to_the_staff_of_the_unit(session, connection):
    unit = UnitFactory()
    FavouriteFactory(unit=unit)
    UnitNoteFactory(unit=unit)
    mine = [CounsellorFactory(unit=unit), CoordinatorFactory(unit=unit)]
    others = [
        CounsellorFactory(),
        PartnerFactory(),
        NationalReaderFactory(),
        AdministratorFactory(),
    ]
    session.flush()
    connection.exec_driver_sql("SET LOCAL ROLE maillage_web")

    seen = [counts(connection, account) for account in (*mine, *others)]

    assert seen == [(1, 1)] * 2 + [(0, 0)] * len(others)


def counts(connection, account):
    """How many favourites and notes an account sees in SQL alone."""
    told = {"id": str(account.id)}
    connection.execute(sa.text("SELECT set_config('app.account_id', :id, true)"), told)
    tables = (Favourite.__table__, UnitNote.__table__)
    return tuple(connection.scalar(sa.select(sa.func.count()).select_from(one)) for one in tables)


def test_the_worker_has_no_right_on_them_at_all(connection):
    connection.exec_driver_sql("SET LOCAL ROLE maillage_worker")

    with pytest.raises(sa.exc.ProgrammingError, match="permission denied"):
        connection.exec_driver_sql("SELECT FROM directory.unit_note")
