"""The copy of the search table that the chosen engine keeps elsewhere, if it keeps one."""

from collections.abc import Iterator, Mapping
from typing import Any, Protocol

from sqlalchemy.orm import Session

from search import outbox


class Copy(Protocol):
    """What an operator and the worker do with a copy; none of these commits."""

    def send(self, session: Session) -> int:
        """Copy a batch of changes, and say how many."""
        ...

    def begin(self, session: Session) -> None:
        """Note changes from now on; to be committed before it is built."""
        ...

    def rebuild(self, session: Session) -> str:
        """Build it anew while the former one answers, and say what was done."""
        ...

    def status(self, session: Session) -> Iterator[str]:
        """What there is, what waits, what was refused."""
        ...

    def differences(self, session: Session) -> Iterator[str]:
        """What the copy says otherwise than the directory, one line each."""
        ...


class NoCopy:
    """The engine reads the database itself; what waited for another one is forgotten."""

    def send(self, session: Session) -> int:
        """Nothing is sent anywhere."""
        return outbox.stop(session)

    def begin(self, session: Session) -> None:
        """Nothing is noted."""

    def rebuild(self, session: Session) -> str:
        """There is nothing else to build."""
        return ""

    def status(self, session: Session) -> Iterator[str]:
        """One word."""
        yield "moteur : postgresql, aucune copie à tenir"

    def differences(self, session: Session) -> Iterator[str]:
        """None."""
        yield from ()


def chosen(config: Mapping[str, Any]) -> Copy:
    """The copy of the engine that the settings name."""
    if config["SEARCH_ENGINE"] == "meilisearch":
        from search.meilisearch.copy import MeilisearchCopy

        return MeilisearchCopy(config["MEILI_URL"], config["MEILI_KEY"])
    return NoCopy()
