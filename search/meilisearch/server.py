"""The one place that speaks to a Meilisearch server, through its official client."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import Any

from meilisearch import Client
from meilisearch.errors import MeilisearchApiError, MeilisearchError
from meilisearch.models.task import TaskInfo

LONGEST_TASK_MS = 60_000
# A document may be the fault of these answers; any other is the server's.
OF_THE_DOCUMENTS = (400, 413, 422)
UNKNOWN = 404


class Unavailable(Exception):
    """The server does not answer, or not as one that works."""


class Refused(Exception):
    """The server answers, and will not do this."""


class Server:
    """A server and what it is asked to do; tasks are awaited, and their failures read."""

    def __init__(self, url: str, key: str, *, timeout_s: float = 20) -> None:
        self.client = Client(url, key or None)
        self.client.config.timeout = timeout_s  # type: ignore[assignment]  # requests takes halves.

    def ask(self, queries: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Several questions in one request."""
        with told():
            answers: list[dict[str, Any]] = self.client.multi_search(queries)["results"]
        return answers

    def create(self, name: str) -> None:
        """An index, unless it is there."""
        if not self.exists(name):
            self._await(self._do(lambda: self.client.create_index(name, {"primaryKey": "id"})))

    def exists(self, name: str) -> bool:
        """Whether there is such an index."""
        try:
            self.client.get_raw_index(name)
        except MeilisearchApiError as error:
            if error.status_code == UNKNOWN:
                return False
            raise Unavailable(str(error)) from error
        except MeilisearchError as error:
            raise Unavailable(str(error)) from error
        return True

    def drop(self, name: str) -> None:
        """Remove an index that may not be there."""
        if self.exists(name):
            self._await(self._do(lambda: self.client.delete_index(name)))

    def set_up(self, name: str, settings: dict[str, Any]) -> None:
        """Give an index its settings."""
        self._await(self._do(lambda: self.client.index(name).update_settings(settings)))

    def put(self, name: str, documents: list[dict[str, Any]]) -> None:
        """Add or replace documents, all or none."""
        self._await(self._do(lambda: self.client.index(name).add_documents(documents)))

    def remove(self, name: str, ids: Collection[int]) -> None:
        """Remove documents that may not be there."""
        those = f"id IN {sorted(ids)}"
        self._await(self._do(lambda: self.client.index(name).delete_documents(filter=those)))

    def swap(self, one: str, other: str) -> None:
        """Exchange two indexes at once."""
        self._await(self._do(lambda: self.client.swap_indexes([{"indexes": [one, other]}])))

    def documents(self, name: str, *, offset: int, limit: int) -> list[dict[str, Any]]:
        """Documents as the server keeps them."""
        with told():
            found = self.client.index(name).get_documents({"offset": offset, "limit": limit})
        return [dict(document) for document in found.results]

    def _do(self, action: Any) -> TaskInfo:
        with told():
            task: TaskInfo = action()
        return task

    def _await(self, info: TaskInfo) -> None:
        with told():
            task = self.client.wait_for_task(info.task_uid, LONGEST_TASK_MS)
        if task.status != "succeeded":
            raise Refused((task.error or {}).get("message", task.status))


@contextmanager
def told() -> Iterator[None]:
    """Two kinds of error only: what the server will not do, and that it does not work."""
    try:
        yield
    except MeilisearchApiError as error:
        kind = Refused if error.status_code in OF_THE_DOCUMENTS else Unavailable
        raise kind(error.message) from error
    except (MeilisearchError, ValueError, KeyError) as error:
        raise Unavailable(str(error)) from error
