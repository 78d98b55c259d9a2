"""What tells a container that its worker is alive."""

import pytest
from flask import Flask

HEARTBEAT = (
    "INSERT INTO jobs.procrastinate_workers (last_heartbeat)"
    " VALUES (now() - interval '{seconds} s')"
)


def alive(app: Flask) -> int:
    """The exit code of the command."""
    return app.test_cli_runner().invoke(args=["worker", "alive"]).exit_code


@pytest.mark.parametrize(("seconds", "code"), [(12, 0), (120, 1)])
def test_a_worker_is_alive_while_its_heart_beats(app, browse_as, connection, seconds, code):
    connection.exec_driver_sql(HEARTBEAT.format(seconds=seconds))

    assert alive(app) == code


def test_a_worker_that_never_ran_is_not_alive(app, browse_as):
    assert alive(app) == 1
