"""The private cluster: started once however many ask, with roles that have few powers."""

import subprocess
import sys
from urllib.parse import urlsplit

import psycopg
import pytest

from setup import cluster, paths

ASK = "from setup.cluster import ensure_running; print(ensure_running().port)"
ROLES = "SELECT count(*) FROM pg_roles WHERE rolname LIKE 'maillage%'"
POWERS = " AND (rolsuper OR rolbypassrls OR rolcreatedb OR rolcreaterole)"


@pytest.fixture(scope="module")
def running():
    return cluster.ensure_running()


@pytest.fixture(scope="module")
def scratch(running):
    name = f"maillage_scratch_{id(running)}"
    running.create_database(name, is_durable=False)
    yield name
    running.drop_database(name)


def answer(running, role, database, sql):
    address = running.url(role, database).replace("+psycopg", "")
    with psycopg.connect(address) as connection:
        return connection.execute(sql).fetchall()[0][0]


def test_processes_that_ask_at_once_get_the_same_cluster(running):
    asking = [
        subprocess.Popen([sys.executable, "-c", ASK], stdout=subprocess.PIPE, cwd=paths.ROOT)
        for _ in range(3)
    ]
    answers = {process.communicate()[0].decode().strip() for process in asking}

    assert answers == {str(running.port)}


def test_the_roles_of_the_application_have_no_power_over_the_cluster(running):
    assert answer(running, "postgres", "postgres", ROLES) == 3
    assert answer(running, "postgres", "postgres", ROLES + POWERS) == 0


def test_a_database_comes_with_what_the_migrations_may_not_install(running, scratch):
    sql = "SELECT array_agg(extname::text) FROM pg_extension"

    assert set(cluster.EXTENSIONS) <= set(answer(running, "maillage_web", scratch, sql))


def test_the_web_role_creates_nothing(running, scratch):
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        answer(running, "maillage_web", scratch, "CREATE TABLE public.mine ()")
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        answer(running, "maillage_web", scratch, "CREATE SCHEMA mine")


def test_french_names_are_sorted_as_in_french(running, scratch):
    sql = "SELECT string_agg(n, ' ' ORDER BY n) FROM (VALUES ('Eze'), ('Évian'), ('Fos')) v (n)"

    assert answer(running, "maillage_web", scratch, sql) == "Évian Eze Fos"


def test_the_cluster_listens_on_this_machine_alone(running):
    url = urlsplit(running.url("maillage_web", "maillage"))

    assert url.hostname == "127.0.0.1"
    assert answer(running, "postgres", "postgres", "SHOW listen_addresses") == "127.0.0.1"
    assert answer(running, "postgres", "postgres", "SHOW unix_socket_directories") == ""


def test_a_name_that_is_no_name_reaches_no_database(running):
    with pytest.raises(ValueError, match="not a database name"):
        running.drop_database("maillage; DROP DATABASE maillage")
