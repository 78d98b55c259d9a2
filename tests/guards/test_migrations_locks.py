"""A migration that cannot have its lock gives up, rather than make everybody wait behind it."""

import os
import time

import pytest
from alembic import command
from psycopg.errors import LockNotAvailable
from sqlalchemy.exc import OperationalError

from tests.databases import empty

# The next one builds an index on claims.
BEFORE, AFTER = "0011", "0020"


def test_a_migration_gives_up_soon_when_somebody_writes_for_long(cluster):
    with empty(cluster, f"test_{os.getpid()}_locks") as made:
        command.upgrade(made.alembic(), BEFORE)
        with made.superuser.connect() as somebody:
            somebody.exec_driver_sql("LOCK TABLE directory.place_claim IN ROW EXCLUSIVE MODE")
            started = time.monotonic()

            with pytest.raises(OperationalError) as refused:
                command.upgrade(made.alembic(), AFTER)

        assert isinstance(refused.value.orig, LockNotAvailable)
        assert time.monotonic() - started < 4
