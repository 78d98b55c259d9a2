"""Of a place that a merge made or kept confidential, nothing is left for those who may not know."""

import pytest
import sqlalchemy as sa

from models.base import Base
from models.duplicates import MergePiece, SecretAside
from models.history import Change
from tests.duplicates.merging import PUBLIC, SECRET, hide
from tests.factories import CoordinatorFactory, CounsellorFactory, UnitFactory


def test_the_past_of_the_public_one_forgets_its_address(session, desk, pair):
    moved = {"texts": {"address": [PUBLIC, PUBLIC]}, "kind": "CHANGED", "subject": "SITE"}
    whose = {"organization_id": pair.kept.organization_id, "site_id": pair.kept.id}
    session.add(Change(subject_id=pair.kept.id, coded={}, hidden=[], **moved, **whose))
    hide(session, pair.absorbed)

    desk.merge(pair.kept, pair.absorbed, keep=pair.absorbed)

    page = desk.browser.get("directory.site", site_id=pair.absorbed.id)
    session.expire_all()
    assert PUBLIC not in page
    assert not [one for one in session.scalars(sa.select(Change.texts)) if PUBLIC in str(one)]


def test_no_table_that_the_pages_read_holds_the_secret(session, desk, pair):
    hide(session, pair.absorbed)
    desk.merge(pair.kept, pair.absorbed, keep=pair.kept)

    for table in Base.metadata.sorted_tables:
        if table.name not in ("site_secret", "site_secret_aside") and table.schema == "directory":
            rows = session.execute(sa.select(*(sa.cast(c, sa.Text) for c in table.columns)))
            assert SECRET not in str(rows.all()), table.name


def test_what_a_merge_kept_is_for_those_who_may_merge_there(session, desk, pair, connection):
    hide(session, pair.absorbed)
    desk.merge(pair.kept, pair.absorbed, keep=pair.kept)
    elsewhere = CoordinatorFactory(unit=UnitFactory(department_code="42"))
    accounts = {desk.account.id: True, elsewhere.id: False, CounsellorFactory().id: False}
    session.commit()

    connection.exec_driver_sql("SET LOCAL ROLE maillage_web")
    for account_id, may_read in accounts.items():
        connection.execute(sa.select(sa.func.set_config("app.account_id", str(account_id), True)))
        seen = connection.scalar(sa.select(sa.func.count()).select_from(MergePiece))
        assert bool(seen) is may_read
    with pytest.raises(sa.exc.ProgrammingError), connection.begin_nested():
        connection.execute(sa.select(SecretAside.content))
