"""What stands for a Meilisearch server: it speaks its API, and can be slow or refuse documents."""

import re
import time
from typing import Any
from urllib.parse import urlsplit

AT = "2026-11-22T00:00:00.000001Z"


class Double:
    """Its indexes and tasks, and how it is to misbehave."""

    def __init__(self) -> None:
        self.indexes: dict[str, dict[int, dict[str, Any]]] = {}
        self.settings: dict[str, Any] = {}
        self.tasks: list[dict[str, Any]] = []
        self.asked: list[tuple[str, str, Any]] = []
        self.poison: set[int] = set()
        self.delay_s = 0.0
        self.url = ""

    def answer(self, method: str, path: str, said: Any) -> tuple[int, Any]:
        """What the server says to one request."""
        self.asked.append((method, path, said))
        time.sleep(self.delay_s)
        for verb, pattern, action in ROUTES:
            if verb == method and (found := re.fullmatch(pattern, urlsplit(path).path)):
                answered: tuple[int, Any] = action(self, *found.groups(), said=said)
                return answered
        return 404, {"message": f"no route {method} {path}"}

    def task(self, kind: str, index: str | None = None, error: str = "") -> tuple[int, Any]:
        """A task done at once, and what says that it was taken."""
        done = {"uid": len(self.tasks), "indexUid": index, "type": kind, "enqueuedAt": AT}
        status = "failed" if error else "succeeded"
        self.tasks.append(done | {"status": status, "error": {"message": error}})
        return 202, done | {"taskUid": done["uid"], "status": "enqueued"}

    def titles(self) -> list[str]:
        """The first words of the offers that answer, in order."""
        kept = self.indexes["offers"].values()
        return sorted(document["names"].split()[0] for document in kept)

    def multi_search(self, *, said: Any, **_: Any) -> tuple[int, Any]:
        return 200, {"results": [{"hits": self.hits(query)} for query in said["queries"]]}

    def hits(self, query: dict[str, Any]) -> list[dict[str, int]]:
        """Every word begins one of the document's; none begins with an excluded one."""
        fields = query.get("attributesToSearchOn", ["names", "said"])
        found = []
        for key, document in self.indexes[query["indexUid"]].items():
            words = " ".join(document[field] for field in fields).split()
            if all(_is_met(word, words) for word in query["q"].split()):
                found.append({"id": key})
        return found[: query["limit"]]

    def show(self, name: str, **_: Any) -> tuple[int, Any]:
        if name not in self.indexes:
            return 404, {"message": "Index not found.", "code": "index_not_found"}
        return 200, {"uid": name, "primaryKey": "id", "createdAt": AT, "updatedAt": AT}

    def create(self, *, said: Any, **_: Any) -> tuple[int, Any]:
        self.indexes[said["uid"]] = {}
        return self.task("indexCreation", said["uid"])

    def drop(self, name: str, **_: Any) -> tuple[int, Any]:
        del self.indexes[name]
        return self.task("indexDeletion", name)

    def set_up(self, name: str, *, said: Any, **_: Any) -> tuple[int, Any]:
        self.settings[name] = said
        return self.task("settingsUpdate", name)

    def put(self, name: str, *, said: Any, **_: Any) -> tuple[int, Any]:
        bad = [one["id"] for one in said if one["id"] in self.poison]
        if bad:
            return self.task("documentAdditionOrUpdate", name, f"document {bad[0]} is invalid")
        self.indexes[name] |= {one["id"]: one for one in said}
        return self.task("documentAdditionOrUpdate", name)

    def remove(self, name: str, *, said: Any, **_: Any) -> tuple[int, Any]:
        for key in re.findall("[0-9]+", said["filter"]):
            self.indexes[name].pop(int(key), None)
        return self.task("documentDeletion", name)

    def documents(self, name: str, *, said: Any, **_: Any) -> tuple[int, Any]:
        first, limit = said["offset"], said["limit"]
        some = list(self.indexes[name].values())
        page = {"results": some[first : first + limit], "total": len(some)}
        return 200, page | {"offset": first, "limit": limit}

    def swap(self, *, said: Any, **_: Any) -> tuple[int, Any]:
        one, other = said[0]["indexes"]
        self.indexes[one], self.indexes[other] = self.indexes[other], self.indexes[one]
        return self.task("indexSwap")

    def tell(self, uid: str, **_: Any) -> tuple[int, Any]:
        return 200, self.tasks[int(uid)]


ROUTES: list[tuple[str, str, Any]] = [
    ("POST", "/multi-search", Double.multi_search),
    ("POST", "/indexes", Double.create),
    ("GET", "/indexes/([^/]+)", Double.show),
    ("DELETE", "/indexes/([^/]+)", Double.drop),
    ("PATCH", "/indexes/([^/]+)/settings", Double.set_up),
    ("POST", "/indexes/([^/]+)/documents", Double.put),
    ("POST", "/indexes/([^/]+)/documents/fetch", Double.documents),
    ("POST", "/indexes/([^/]+)/documents/delete", Double.remove),
    ("POST", "/swap-indexes", Double.swap),
    ("GET", "/tasks/([0-9]+)", Double.tell),
]


def _is_met(word: str, words: list[str]) -> bool:
    if word.startswith('"'):
        return word.strip('"') in words
    if word.startswith("-"):
        return not any(one.startswith(word[1:]) for one in words)
    return any(one.startswith(word) for one in words)
