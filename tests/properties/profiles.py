"""How long properties are looked for: the same sequences each time, or many by chance.

`PROPERTIES=long make test ARGS=tests/properties` tries thousands of new ones.
"""

import os

from hypothesis import HealthCheck, settings

TOGETHER = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large]
PROFILES = {
    "suite": settings(
        derandomize=True,
        database=None,
        deadline=None,
        max_examples=60,
        stateful_step_count=40,
        suppress_health_check=TOGETHER,
    ),
    "long": settings(
        deadline=None,
        print_blob=True,
        max_examples=2_000,
        stateful_step_count=60,
        suppress_health_check=TOGETHER,
    ),
}
PROFILE = PROFILES[os.environ.get("PROPERTIES", "suite")]
