"""Who looks in the directory."""

import pytest

from tests.factories import CounsellorFactory


@pytest.fixture
def counsellor(browse_as):
    """A counsellor's browser."""
    return browse_as(CounsellorFactory())
