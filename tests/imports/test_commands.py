"""What the operator reads when the command line has nothing to speak to."""

import psycopg
import pytest
from sqlalchemy.exc import OperationalError

from app.commanding import NO_DATABASE, Commands


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (psycopg.OperationalError("connection failed"), True),
        (psycopg.errors.LockNotAvailable("waits"), False),
    ],
)
def test_a_database_that_does_not_answer_is_one_sentence(app, error, told):
    group = Commands("essai")

    @group.command("ask")
    def ask():
        raise OperationalError("SELECT 1", {}, error)

    result = app.test_cli_runner().invoke(group, ["ask"])

    assert (NO_DATABASE in result.output) is told
    assert result.exit_code == 1
