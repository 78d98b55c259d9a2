"""A database that our set-up did not make gets our settings from the migrations."""

import os

import sqlalchemy as sa
from alembic import command

from app.health.queries import SETTINGS
from tests.databases import empty

FORGET = "ALTER DATABASE {name} RESET ALL"
KEPT = sa.text("SELECT current_setting(:name)")


def of(made, name: str) -> str:
    """What a new connection of the web role is given."""
    with made.engine("maillage_web").connect() as connection:
        return str(connection.scalar(KEPT, {"name": name}))


def test_the_owner_writes_what_our_set_up_writes(cluster, database):
    with empty(cluster, f"test_{os.getpid()}_settings") as made:
        with made.superuser.connect() as connection:
            connection.exec_driver_sql(FORGET.format(name=made.name))
            connection.commit()

        command.upgrade(made.alembic(), "head")

        left_to_operators = {"synchronous_commit"}
        for name in set(SETTINGS) - left_to_operators:
            assert of(made, name) == of(database, name), name
