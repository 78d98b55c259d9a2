"""The sample world, made once per module."""

from collections.abc import Iterator

import pytest
from sqlalchemy.orm import Session

from models.secret import keyring
from search import indexing
from tests.guards.world import World, world


@pytest.fixture(scope="module")
def sample(app, database, settings) -> Iterator[World]:
    """One case, one account per role; undone when the module is over."""
    keyring.load(settings.encryption_keys, settings.lookup_key)
    indexing.install()
    with database.superuser.connect() as connection:
        transaction = connection.begin()
        with Session(connection, join_transaction_mode="create_savepoint") as session:
            session.expire_on_commit = False
            with world(app, connection, session) as made:
                yield made
        transaction.rollback()
