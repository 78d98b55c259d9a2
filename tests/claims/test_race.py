"""Fifty connections want one unit, a hundred rounds, at two isolation levels: one winner each."""

import datetime as dt
import threading
import uuid
from collections.abc import Iterator
from queue import SimpleQueue

import psycopg
import pytest

from tests.databases import Database

CLIENTS, ROUNDS = 50, 100
CLAIM = """
INSERT INTO directory.place_claim (id, lot_id, unit_id, state, during, held_at, expires_at)
VALUES (%s, %s, %s, 'HELD', daterange(%s, %s), now(), now() + interval '1 hour')
"""
TAKEN = {"MA001", "40001"}
START = dt.date(2030, 1, 1)


@pytest.fixture
def crowd(database: Database) -> Iterator[list[psycopg.Connection]]:
    """Fifty connections of the web role."""
    address = database.url("maillage_web").replace("+psycopg", "")
    connections = [psycopg.connect(address) for _ in range(CLIENTS)]
    yield connections
    for connection in connections:
        connection.close()


@pytest.fixture
def lot(database: Database) -> Iterator[tuple[int, int]]:
    """A committed lot of one place, and a unit; removed afterwards."""
    with database.superuser.begin() as connection:
        ids = connection.exec_driver_sql(PLANT).one()
    yield ids.lot, ids.unit
    with database.superuser.begin() as connection:
        for statement in CLEAR:
            connection.exec_driver_sql(statement)


@pytest.mark.parametrize(
    "level", [psycopg.IsolationLevel.READ_COMMITTED, psycopg.IsolationLevel.REPEATABLE_READ]
)
def test_one_place_has_one_winner_each_round(crowd, lot, level):
    for connection in crowd:
        connection.isolation_level = level

    wins = [race(crowd, lot, START + dt.timedelta(days=number)) for number in range(ROUNDS)]

    assert wins == [1] * ROUNDS


def race(crowd: list[psycopg.Connection], lot: tuple[int, int], day: dt.date) -> int:
    """Everybody claims the same day at once; how many got it."""
    gate, answers = threading.Barrier(len(crowd)), SimpleQueue[str]()
    threads = [
        threading.Thread(target=claim, args=(connection, lot, day, gate, answers))
        for connection in crowd
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    states = [answers.get() for _ in crowd]
    assert set(states) <= {"won", *TAKEN}
    return states.count("won")


def claim(connection, lot, day, gate, answers) -> None:
    """One client: claim, commit, say what happened."""
    lot_id, unit_id = lot
    gate.wait()
    try:
        connection.execute(CLAIM, (uuid.uuid4(), lot_id, unit_id, day, day + dt.timedelta(days=1)))
        connection.commit()
        answers.put("won")
    except psycopg.Error as error:
        connection.rollback()
        answers.put(error.sqlstate)


PLANT = """
WITH unit AS (
    INSERT INTO accounts.unit (name, kind, department_code, is_active)
    VALUES ('Course', 'MIXED', '69', true) RETURNING id
), organization AS (
    INSERT INTO directory.organization (legal_name, legal_form, status, source, created_at,
        modified_at)
    VALUES ('Course', 'COMMUNE', 'ACTIVE', 'MANUAL', now(), now()) RETURNING id
), site AS (
    INSERT INTO directory.site (organization_id, name, insee_code, department_code, precision,
        is_confidential, pmr_access, is_car_needed, created_at, modified_at)
    SELECT id, 'Course', '69266', '69', 'MUNICIPALITY', false, 'UNKNOWN', false, now(), now()
    FROM organization RETURNING id
), offer AS (
    INSERT INTO directory.offer (site_id, kind, family, title, publication, admission, cost,
        can_interview_in_custody, is_remote, requires_driving, created_at, modified_at)
    SELECT id, 'tig_post', 'TIG', 'Course', 'PUBLISHED', 'AFFECTATION_DSPIP', 'FREE', 'UNKNOWN',
        false, false, now(), now() FROM site RETURNING id
), lot AS (
    INSERT INTO directory.place_lot (offer_id, label, gender, is_for_minors, sharing, state,
        places, open)
    SELECT id, 'Course', 'ANY', false, 'DEDICATED', 'OPEN', 1, 1 FROM offer RETURNING id
)
SELECT lot.id AS lot, unit.id AS unit FROM lot, unit
"""
CLEAR = (
    "DELETE FROM directory.place_claim",
    "DELETE FROM directory.place_lot WHERE label = 'Course'",
    "DELETE FROM directory.offer WHERE title = 'Course'",
    "DELETE FROM directory.site WHERE name = 'Course'",
    "DELETE FROM directory.organization WHERE legal_name = 'Course'",
    "DELETE FROM accounts.unit WHERE name = 'Course'",
)
