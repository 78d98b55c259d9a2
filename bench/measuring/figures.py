"""The lines printed: one for each figure and number of clients, and those over their budget."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import quantiles

from bench.scale import NATIONAL_OFFERS

# Milliseconds that 95 answers of 100 may take (design §10), for so many clients; rss in MB.
BUDGETS = {
    ("engine.search", 1): 50,
    ("engine.match", 1): 150,
    ("engine.free", 1): 5,
    ("claim.hold", 8): 30,
    ("tile.z5", 1): 50,
    ("tile.z9", 1): 50,
    ("tile.z13", 1): 50,
    ("suggest", 1): 50,
    ("geocode", 1): 50,
    ("page.search", 1): 100,
    ("page.match", 1): 250,
    ("page.offer", 1): 60,
    ("page.network", 1): 150,
    ("page.person", 1): 60,
}
MEMORY_MB = 250
# Ten times the offers may take so many times longer: results, and those with every facet counted.
TEN_TIMES, TEN_TIMES_COUNTED = 1.5, 3.0
COUNTED = frozenset({"engine.search", "page.search"})
# Of these the longest waits are what counts: one types on meanwhile.
WHILE_TYPING = frozenset({"suggest", "geocode"})


@dataclass(frozen=True)
class Figure:
    """How long so many clients waited for their answers, and what one answer holds."""

    name: str
    clients: int
    p50_ms: float
    p95_ms: float
    rows: int
    size: int
    rps: float

    def __str__(self) -> str:
        middle, longest = f"p50_ms={self.p50_ms:.1f}", f"p95_ms={self.p95_ms:.1f}"
        waits = [f"clients={self.clients}", middle, longest]
        if self.name in WHILE_TYPING:
            waits.reverse()
        size = f"rows={self.rows} bytes={self.size} rps={self.rps:.1f}"
        return f"{self.name} {' '.join(waits)} {size}"

    def over(self, offers: int) -> str | None:
        """What to say of it, if it is over its budget for so many offers."""
        budget = allowed(self.name, self.clients, offers)
        if budget is None or self.p95_ms <= budget:
            return None
        who = f"{self.name} clients={self.clients}"
        return f"hors budget : {who} p95_ms={self.p95_ms:.1f} pour {budget:.0f} ms"


@dataclass(frozen=True)
class Memory:
    """What a web process holds once it has answered all that."""

    rss_mb: float

    def __str__(self) -> str:
        return f"web.memory rss_mb={self.rss_mb:.0f}"

    def over(self, offers: int) -> str | None:
        """What to say of it, if it is over its budget, whatever there is to search."""
        if self.rss_mb < MEMORY_MB:
            return None
        return f"hors budget : web.memory rss_mb={self.rss_mb:.0f} pour {MEMORY_MB} Mo"


@dataclass(frozen=True)
class Answered:
    """One answer: when it was asked and given, in seconds, how many rows, how many bytes."""

    asked: float
    given: float
    rows: int
    size: int


def allowed(name: str, clients: int, offers: int) -> float | None:
    """Milliseconds of a figure's budget; past national volume, what ten times the offers may take.

    A coordinator's page of the network, a match and a tile are results like others.
    """
    budget = BUDGETS.get((name, clients))
    if budget is None or offers <= NATIONAL_OFFERS:
        return budget
    return budget * (TEN_TIMES_COUNTED if name in COUNTED else TEN_TIMES)


def figure(name: str, clients: int, answers: Sequence[Answered]) -> Figure:
    """The figure of some answers; rows and bytes are those of a middling one."""
    waits = [1000 * (answer.given - answer.asked) for answer in answers]
    ranks = quantiles(waits, n=100, method="inclusive")
    elapsed = max(one.given for one in answers) - min(one.asked for one in answers)
    middling = sorted(answers, key=lambda answer: answer.size)[len(answers) // 2]
    rate = len(answers) / elapsed
    return Figure(name, clients, ranks[49], ranks[94], middling.rows, middling.size, rate)
