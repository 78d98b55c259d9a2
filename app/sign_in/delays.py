"""How long one waits after wrong tries: a decision from counts and instants alone."""

import datetime as dt
import math
from dataclasses import dataclass


@dataclass(frozen=True)
class Limit:
    """So many free tries in a window; then each wrong try doubles the wait."""

    free: int
    window: dt.timedelta
    first: dt.timedelta
    longest: dt.timedelta

    def seconds(self, failures: int, last: dt.datetime | None, at: dt.datetime) -> int:
        """How many seconds are left to wait at this instant; 0 when one may try."""
        if last is None or failures < self.free:
            return 0
        doublings = min(failures - self.free, 20)
        wait = min(self.first * (1 << doublings), self.longest)
        return max(0, math.ceil((last + wait - at).total_seconds()))


# CNIL 2022-100: over a minute after five wrong tries, at most 25 tries a day.
ACCOUNT = Limit(5, dt.timedelta(hours=24), dt.timedelta(minutes=1), dt.timedelta(hours=2))
# Higher, since a whole office may share one address.
ADDRESS = Limit(20, dt.timedelta(minutes=15), dt.timedelta(minutes=1), dt.timedelta(minutes=15))
