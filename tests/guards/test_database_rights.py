"""What holds of every table, view, function and role of the database, whoever asks."""

import pytest
import sqlalchemy as sa


def test_every_casework_table_forces_its_policies(connection):
    loose = connection.exec_driver_sql(
        "SELECT relname FROM pg_class c WHERE relnamespace = 'casework'::regnamespace"
        " AND relkind IN ('r', 'p') AND NOT (relrowsecurity AND relforcerowsecurity"
        " AND EXISTS (SELECT FROM pg_policy WHERE polrelid = c.oid))"
    ).all()

    assert loose == []


def test_no_view_hides_behind_its_owner_and_no_definer_function_follows_a_search_path(connection):
    views = connection.exec_driver_sql(
        "SELECT relname FROM pg_class WHERE relkind IN ('v', 'm') AND relnamespace::regnamespace"
        "::text IN ('accounts', 'directory', 'casework', 'audit')"
        " AND NOT coalesce(reloptions::text LIKE '%%security_invoker=true%%', false)"
    ).all()
    functions = connection.exec_driver_sql(
        "SELECT proname FROM pg_proc WHERE prosecdef AND pronamespace::regnamespace::text IN"
        " ('accounts', 'directory', 'casework', 'audit')"
        " AND NOT coalesce(proconfig::text LIKE '%%search_path=%%', false)"
    ).all()

    assert (views, functions) == ([], [])


def test_web_and_worker_own_nothing_and_bypass_nothing(connection):
    strong = connection.exec_driver_sql(
        "SELECT rolname FROM pg_roles WHERE rolname IN ('maillage_web', 'maillage_worker',"
        " 'maillage_owner') AND (rolsuper OR rolbypassrls OR rolcreaterole)"
    ).all()
    owned = connection.exec_driver_sql(
        "SELECT relname FROM pg_class WHERE relowner::regrole::text"
        " IN ('maillage_web', 'maillage_worker')"
    ).all()

    assert (strong, owned) == ([], [])


def test_history_only_grows(session, connection):
    connection.exec_driver_sql("SET LOCAL ROLE maillage_web")

    for table in ("audit.entry", "directory.capacity_report"):
        for sql in (f"UPDATE {table} SET id = id", f"DELETE FROM {table}"):
            with pytest.raises(sa.exc.ProgrammingError), connection.begin_nested():
                connection.exec_driver_sql(sql)
