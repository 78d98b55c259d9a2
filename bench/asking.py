"""Every figure in order: engines first, then pages over HTTP, then the memory they took."""

from collections.abc import Callable, Iterator
from functools import partial

from bench.country.database import Database
from bench.measuring import engines, pages
from bench.measuring.clients import FIRST_CHANGES, Measure, run
from bench.measuring.engines import opening
from bench.measuring.figures import Figure, Memory
from bench.measuring.pages import Sessions
from bench.measuring.serving import serving
from bench.questions import cases, directory, half_typed, network, places
from bench.questions.asker import Asker

# With several clients, each asks this part of what one alone asks.
SHARED = 2.5
ZOOMS = (5, 9, 13)


def ask_everything(database: Database, *, times: int) -> Iterator[Figure | Memory]:
    """One figure after the other: nothing else runs meanwhile."""
    settings = database.settings()
    with database.engine().connect() as connection:
        asker = Asker(connection, Sessions(settings))
        for measure in inside(database, asker, times):
            yield from figures(measure, times)
        with serving(settings, "bench.bare:create_app") as bare:
            opens = pages.opening(bare.port)
            yield from figures(Measure("page.bare", opens, [pages.Asked("/")]), times)
        with serving(settings, "app:create_app") as served:
            for measure in outside(served.port, asker):
                yield from figures(measure, times)
            yield served.memory()


def figures(measure: Measure, times: int) -> Iterator[Figure]:
    """One client, then several."""
    for clients in measure.clients:
        try:
            yield run(measure, clients, times if clients == 1 else round(times / SHARED))
        finally:
            measure.undo()


def inside(database: Database, asker: Asker, times: int) -> Iterator[Measure]:
    """What is asked of the engines, in the process."""
    settings = database.settings()
    search, match = opening(settings, engines.searching), opening(settings, engines.matching)
    free, hold = opening(settings, engines.free), opening(settings, engines.holding)
    yield Measure("engine.search", search, directory.searches(asker))
    yield Measure("engine.results", search, directory.uncounted(asker))
    yield Measure("engine.match", match, [asked for asked, _ in cases.needs(asker)])
    yield Measure("engine.free", free, places.lots(asker))
    lots = places.open_lots(asker, 8 * (times + FIRST_CHANGES))
    undo = partial(engines.give_back, database.engine())
    yield Measure("claim.hold", hold, lots, clients=(1, 4, 8), asked_once=True, undo=undo)


def outside(port: int, asker: Asker) -> Iterator[Measure]:
    """What is asked over HTTP."""
    opens = pages.opening(port)
    asked: dict[str, Callable[[Asker], list[pages.Asked]]] = {
        f"tile.z{zoom}": partial(network.tiles, zoom=zoom) for zoom in ZOOMS
    } | {
        "page.network": network.network,
        "suggest": half_typed.suggestions,
        "geocode": half_typed.places,
        "page.search": directory.search_pages,
        "page.match": cases.match_pages,
        "page.offer": directory.offers,
        "page.person": cases.person,
        "page.near": directory.near,
        "page.near_text": directory.near_text,
        "page.text": directory.text,
        "page.record": directory.offers,
    }
    for name, wanted in asked.items():
        yield Measure(name, opens, wanted(asker))
