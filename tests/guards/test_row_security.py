"""Guard 7: each role × each casework table × select, insert, update, delete; in SQL alone."""

import uuid
from typing import Any

import pytest
import sqlalchemy as sa
from psycopg.types.json import Jsonb

from models.base import Base
from tests.factories import (
    AdministratorFactory,
    CoordinatorFactory,
    CounsellorFactory,
    ManagerFactory,
    NationalReaderFactory,
    PartnerFactory,
    TigLeadFactory,
    TutorFactory,
)
from tests.guards.casework_rows import one_row_each

TABLES = sorted(t.name for t in Base.metadata.tables.values() if t.schema == "casework")
ALL = {"select", "insert", "update", "delete"}
NONE: set[str] = set()
HOST = {
    "orientation": {"select", "update"},
    "orientation_event": {"select", "insert"},
    "disclosure": {"select"},
    "placement": {"select", "update"},
    "placement_event": {"select", "insert"},
    "work_session": {"select", "insert", "update", "delete"},
    "incident": {"select", "insert"},
}
# Who may do what to one row of each table; a table not named means nothing.
EXPECTED: dict[str, dict[str, set[str]]] = {
    "counsellor of the unit": dict.fromkeys(TABLES, ALL),
    "manager of the unit": dict.fromkeys(TABLES, ALL),
    "host of the placement": HOST,
    "tutor of the host": HOST,
    "counsellor elsewhere": {},
    "another partner": {},
    "lead of the TIG, same unit": {},
    "coordinator, same unit": {},
    "national reader": {},
    "administrator": {},
    "nobody": {},
}


@pytest.fixture
def world(session):
    """One row in every casework table, and one account per role."""
    placement = one_row_each(session)
    unit = placement.orientation.unit
    host = placement.organization
    accounts = {
        "counsellor of the unit": CounsellorFactory(unit=unit),
        "manager of the unit": ManagerFactory(unit=unit),
        "host of the placement": PartnerFactory(organization=host),
        "tutor of the host": TutorFactory(organization=host),
        "counsellor elsewhere": CounsellorFactory(),
        "another partner": PartnerFactory(),
        "lead of the TIG, same unit": TigLeadFactory(unit=unit),
        "coordinator, same unit": CoordinatorFactory(unit=unit),
        "national reader": NationalReaderFactory(),
        "administrator": AdministratorFactory(),
        "nobody": None,
    }
    session.commit()
    return accounts


@pytest.mark.parametrize("who", EXPECTED)
def test_each_role_reads_and_writes_exactly_its_rows(who, world, connection):
    account = world[who]
    rows = {name: read_row(connection, name) for name in TABLES}
    connection.exec_driver_sql("SET LOCAL ROLE maillage_web")
    connection.execute(
        sa.text("SELECT set_config('app.account_id', :id, true)"),
        {"id": str(account.id) if account else ""},
    )

    can = {name: allowed(connection, name, row) for name, row in rows.items()}

    assert can == {name: EXPECTED[who].get(name, NONE) for name in TABLES}


def read_row(connection: sa.Connection, table: str) -> dict[str, Any]:
    """The one row of a table, read by the superuser."""
    rows = connection.exec_driver_sql(f"SELECT * FROM casework.{table}").mappings().all()
    assert rows, f"no row in {table}"
    return dict(rows[0])


def allowed(connection: sa.Connection, table: str, row: dict[str, Any]) -> set[str]:
    """Which of the four the database lets this account do to this row."""
    copy = row | {"id": uuid.uuid4()}
    names = ", ".join(f'"{name}"' for name in copy)
    values = ", ".join(f":{name}" for name in copy)
    attempts = {
        "select": (f"SELECT 1 FROM casework.{table} WHERE id = :id", row),
        "insert": (f"INSERT INTO casework.{table} ({names}) VALUES ({values})", copy),
        "update": (f"UPDATE casework.{table} SET unit_id = unit_id WHERE id = :id", row),
        "delete": (f"DELETE FROM casework.{table} WHERE id = :id", row),
    }
    return {verb for verb, (sql, with_) in attempts.items() if works(connection, sql, with_)}


def works(connection: sa.Connection, sql: str, row: dict[str, Any]) -> bool:
    """Whether it touches a row; a constraint met after the policy means the policy let it by."""
    savepoint = connection.begin_nested()
    try:
        return connection.execute(sa.text(sql), adapted(row)).rowcount > 0
    except (sa.exc.IntegrityError, sa.exc.ProgrammingError) as error:
        return getattr(error.orig, "sqlstate", None) != "42501"
    finally:
        savepoint.rollback()


def adapted(row: dict[str, Any]) -> dict[str, Any]:
    """JSON columns go back as JSON."""
    return {name: Jsonb(value) if isinstance(value, dict) else value for name, value in row.items()}
