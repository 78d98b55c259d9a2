"""Asks Meilisearch which offers match some words: in their names, and anywhere."""

from typing import Any, NamedTuple

from search import outbox
from search.engine import COUNTS_CAP, SearchRequest
from search.meilisearch.server import Server
from search.meilisearch.settings import small_words, written
from search.postgresql.ground import radius_m
from search.postgresql.reading import Typed

# Its distances are on a sphere; ours decide, so it may give some too many.
MARGIN = 1.01
MARGIN_M = 100


class Matched(NamedTuple):
    """Ids of offers."""

    said_in_names: list[int]
    in_names: list[int]
    anywhere: list[int]

    @property
    def is_cut(self) -> bool:
        """Whether there were more than can be looked at again."""
        return len(self.anywhere) > COUNTS_CAP


def ask(server: Server, typed: Typed, request: SearchRequest) -> Matched:
    """Every word must be met; what else is asked for is for PostGIS to say."""
    query = {
        "indexUid": outbox.LIVE,
        "q": _question(typed),
        "filter": _narrowed(request),
        "matchingStrategy": "all",
        "attributesToRetrieve": ["id"],
        "limit": COUNTS_CAP + 1,
    }
    names = query | {"attributesToSearchOn": ["names"]}
    said = names | {"q": _question(typed, as_said=True)}
    return Matched(*map(_ids, server.ask([said, names, query])))


def _question(typed: Typed, *, as_said: bool = False) -> str:
    """The words wanted, and those that must be nowhere.

    In quotes, a word is itself alone: whole, without another that it may mean.
    """
    wanted = written(list(typed.words))
    if as_said:
        kept = [word for word in wanted.split() if word not in small_words()]
        wanted = " ".join(f'"{word}"' for word in kept)
    return " ".join([wanted, *(f"-{written([word])}" for word in typed.excluded)])


def _narrowed(request: SearchRequest) -> list[str]:
    """What spares Meilisearch the rest of France."""
    asked = []
    if request.department_code:
        asked.append(f"department_code = '{request.department_code}'")
    if request.place is not None:
        metres = int(radius_m(request) * MARGIN) + MARGIN_M
        here = f"_geoRadius({request.place.lat}, {request.place.lon}, {metres})"
        asked.append(f"{here} OR is_remote = true OR has_zones = true")
    return asked


def _ids(answer: dict[str, Any]) -> list[int]:
    return [int(hit["id"]) for hit in answer["hits"]]
