"""Goes through every endpoint there is, with all that a curious account might send."""

from collections.abc import Collection, Iterator
from typing import Any

from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from tests.confidential.conftest import TITLE
from tests.guards.world import World

# What any search, list, tile, file or form of ours may read: the shelter's commune and name.
ASKED: dict[str, Any] = {
    **{"mots": TITLE, "q": TITLE, "texte": TITLE, "nom": TITLE},
    **{"commune": "Villeurbanne", "insee": "69266", "rayon": "5", "famille": "LOGEMENT"},
    **{"citycode": "69266", "postcode": "69100", "departement": "69", "tri": "distance"},
    **{"lon": "4.88", "lat": "45.77", "limit": "20", "pmr": "1", "langue": "fr"},
}
CLOSED = frozenset({302, 403, 404})
# Signing in and out, and the files of the front end, say nothing of partners.
APART = ("security.", "static", "basemap.")


def rules(world: World) -> list[Rule]:
    """Every rule that a new endpoint adds by itself."""
    return [r for r in world.app.url_map.iter_rules() if not r.endpoint.startswith(APART)]


def answers(
    world: World,
    who: str,
    methods: tuple[str, ...],
    *,
    is_bare: bool = True,
    is_full: bool = True,
    only: Collection[str] | None = None,
) -> Iterator[tuple[str, TestResponse]]:
    """Each endpoint with each method: bare, then with everything asked where it is not closed."""
    for rule in rules(world):
        for method in sorted((rule.methods or set()) & set(methods)):
            address, name = world.address(rule), f"{method} {rule.endpoint}"
            if only is not None and name not in only:
                continue
            sent = {"query_string": ASKED} if method == "GET" else {"data": ASKED}
            bare = world.ask(who, method, address) if is_bare else None
            if bare is not None:
                yield name, bare
            if is_full and (bare is None or bare.status_code not in CLOSED):
                yield name, world.ask(who, method, address, **sent)
