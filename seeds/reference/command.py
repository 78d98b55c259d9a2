"""What `flask reference load` runs: the load, as the owner of the tables."""

import os
from collections.abc import Iterator

import sqlalchemy as sa

from seeds.reference.loading import load


def load_from_environment() -> Iterator[str]:
    """Load all of France as OWNER_DATABASE_URL, and tell what was done."""
    engine = sa.create_engine(os.environ["OWNER_DATABASE_URL"], poolclass=sa.pool.NullPool)
    with engine.begin() as connection:
        yield str(load(connection))
