"""What a merge moves is told by the model: a table or a column added later cannot be forgotten."""

import pytest
import sqlalchemy as sa

from app.duplicates.fields import FIELDS, NOT_CHOSEN
from app.duplicates.references import references, table_of
from models.base import Base
from models.codes.duplicates import Level
from models.duplicates import RECORDS

WRITTEN = [(one, column) for level in Level for one, column in references(level)]


@pytest.mark.parametrize("level", Level)
def test_every_column_is_chosen_or_said_not_to_be(level):
    fields = {name for one in FIELDS[level] for name in one.columns or (one.name,)}
    columns = {column.name for column in table_of(RECORDS[level]).columns}

    assert columns - fields - NOT_CHOSEN == set()
    assert fields - columns == set()


@pytest.mark.parametrize(("table", "column"), WRITTEN, ids=str)
def test_the_web_role_may_move_every_row_that_refers_to_a_record(connection, table, column):
    asked = sa.text(
        "SELECT has_column_privilege('maillage_web', :table, :column, 'UPDATE')"
        " AND has_table_privilege('maillage_web', :table, 'SELECT')"
    )

    assert connection.scalar(asked, {"table": str(table), "column": column}), str(table)


def test_every_reference_of_the_database_is_known_to_the_model(connection):
    query = sa.text(
        "SELECT c.conrelid::regclass::text, a.attname FROM pg_constraint c"
        " JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]"
        " WHERE c.contype = 'f'"
        " AND c.confrelid IN ('directory.organization'::regclass, 'directory.site'::regclass)"
    )
    followed_in_sql = {
        ("directory.site_secret", "site_id"),
        ("directory.site_secret", "organization_id"),
    }
    known = {(str(table), column) for table, column in WRITTEN} | followed_in_sql

    there = {(table, column) for table, column in connection.execute(query)}

    assert {one for one in there if not one[0].startswith("casework.")} - known == set()


def test_the_database_moves_every_case_of_a_host(connection):
    tables = {
        table.name
        for table in Base.metadata.sorted_tables
        if table.schema == "casework" and "organization_id" in table.c
    }
    body = connection.scalar(sa.text("SELECT prosrc FROM pg_proc WHERE proname = 'follow_site'"))

    assert {table for table in tables if f"UPDATE casework.{table} " not in body} == set()
