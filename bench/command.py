"""Makes the country if need be, asks everything, prints a line for each figure."""

import sys
from collections.abc import Iterator

import sqlalchemy as sa

from bench.asking import ask_everything
from bench.country.database import Database
from bench.measuring import importing
from bench.measuring.figures import Figure, Memory
from bench.measuring.importing import Imported
from bench.scale import Scale
from setup.cluster import ensure_running

NAME = "maillage_bench"
COUNTED = """
SELECT (SELECT count(*) FROM directory.offer), (SELECT count(*) FROM casework.supervised_person),
    (SELECT count(*) FROM casework.placement), (SELECT count(*) FROM directory.place_claim)
"""


def bench(offers: int) -> int:
    """Print every figure, then those over their budget; 1 when there are any."""
    database = Database(ensure_running(), NAME, Scale(offers))
    database.ensure(tell)
    over = []
    for line in lines(database):
        print(line, flush=True)  # noqa: T201 the figures are what the command is for
        if isinstance(line, Figure | Memory | Imported) and (said := line.over(offers)):
            over.append(said)
    for said in over:
        print(said, flush=True)  # noqa: T201
    return 1 if over else 0


def lines(database: Database, *, times: int = 200) -> Iterator[str | Figure | Memory | Imported]:
    """What was counted, then the figures; each question kind is asked so many times."""
    with database.engine().connect() as connection:
        offers, people, placements, claims = connection.execute(sa.text(COUNTED)).one()
    yield f"data offers={offers} people={people} placements={placements} claims={claims}"
    yield from ask_everything(database, times=times)
    yield importing.measure(database, rows=min(importing.ROWS, offers))


def tell(step: str) -> None:
    """How far the preparation is, apart from the figures."""
    print(step, file=sys.stderr, flush=True)  # noqa: T201
