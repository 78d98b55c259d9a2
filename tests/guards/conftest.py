"""The sample world, made once per module."""

from collections.abc import Iterator

import pytest

from tests.guards.world import World, world


@pytest.fixture(scope="module")
def sample(app, database, settings) -> Iterator[World]:
    """One case, one account per role; undone when the module is over."""
    with world(app, database, settings) as made:
        yield made
