"""What `/sante` says: everything to the machine itself, one word to others."""

import threading

import pytest
from alembic.script import ScriptDirectory

ELSEWHERE = {"REMOTE_ADDR": "192.0.2.7"}
HEARTBEAT = (
    "INSERT INTO jobs.procrastinate_workers (last_heartbeat) VALUES (now() - interval '4 s')"
)
JOB = (
    "INSERT INTO procrastinate_jobs (queue_name, task_name, scheduled_at) VALUES ('a', 'b', {due})"
)


@pytest.fixture
def said(browse_as, app, connection):
    """Asks `/sante` from the machine itself, in the test's transaction."""

    def ask() -> dict[str, str]:
        lines = app.test_client().get("/sante").text.splitlines()
        assert lines[0] == "ok"
        return dict(line.split(" ", 1) for line in lines[1:])

    return ask


def test_others_learn_that_it_answers_and_nothing_more(app, browse_as):
    answer = app.test_client().get("/sante", environ_base=ELSEWHERE)

    assert (answer.status_code, answer.text) == (200, "ok\n")


@pytest.mark.parametrize("header", ["Forwarded", "X-Forwarded-For", "X-Real-IP"])
def test_a_proxy_on_the_machine_is_not_the_machine_itself(app, browse_as, header):
    answer = app.test_client().get("/sante", headers={header: "192.0.2.7"})

    assert answer.text == "ok\n"


def test_the_machine_learns_versions_migration_and_engine(said, database):
    head = ScriptDirectory.from_config(database.alembic()).get_current_head()

    facts = said()

    assert (facts["migration"], facts["search_engine"]) == (head, "postgresql")
    assert int(facts["postgresql"].split(".")[0]) >= 15
    assert facts["postgis"][0].isdigit()


def test_the_machine_learns_the_settings_of_our_database(app):
    lines = app.test_client().get("/sante").text.splitlines()

    assert {
        "jit off",
        "max_parallel_workers_per_gather 0",
        "work_mem 32MB",
        "random_page_cost 1.1",
        "gin_pending_list_limit 128kB",
        "timezone Europe/Paris",
    } <= set(lines)


def test_a_worker_that_never_ran_shows(said):
    assert (said()["worker"], said()["oldest_waiting_job"]) == ("never seen", "none")


def test_the_last_heartbeat_and_the_oldest_waiting_job_show(said, connection):
    connection.exec_driver_sql(HEARTBEAT)
    defer(connection, due="NULL")
    defer(connection, due="now() - interval '90 s'")

    facts = said()

    assert facts["worker"] in ("4 s", "5 s")
    assert facts["oldest_waiting_job"] == "90 s"


def test_a_job_that_is_not_due_yet_does_not_wait(said, connection):
    defer(connection, due="now() + interval '1 hour'")

    assert said()["oldest_waiting_job"] == "none"


def defer(connection, *, due: str) -> None:
    """A job, written where Procrastinate's triggers find their tables."""
    connection.exec_driver_sql("SET LOCAL search_path = jobs, public")
    connection.exec_driver_sql(JOB.format(due=due))
    connection.exec_driver_sql("SET LOCAL search_path = public")


def test_a_request_starts_no_thread(browse_as, monkeypatch):
    started, start = [], threading.Thread.start

    def note(thread: threading.Thread) -> None:
        started.append(thread.name)
        start(thread)

    monkeypatch.setattr(threading.Thread, "start", note)

    browse_as(None).get("security.login")

    assert started == []
