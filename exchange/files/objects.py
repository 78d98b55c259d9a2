"""JSON read as it comes: one object after another, none without bounds in depth or size."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import ijson

from exchange.files.forms import open_binary
from exchange.files.limits import MOST_ROWS, TOO_MANY_ROWS
from exchange.files.watched import ENDLESS, Stream
from exchange.rows import Refused

BROKEN = "Ce JSON est abîmé ou incomplet : exportez-le de nouveau, en UTF-8."
NO_OBJECT = "Ce JSON ne contient pas de liste de structures ni de services."
MOST_DEPTH, MOST_EVENTS = 24, 200_000
MARK = b"\xef\xbb\xbf"
Event = tuple[str, Any]
# The list it is in (empty when that has no name), its number there, and itself.
Found = tuple[str, int, dict[str, Any]]


def objects(path: Path) -> Iterator[Found]:
    """The objects of a list, of named lists, one on each line, or one alone; else Refused."""
    try:
        with open_binary(path) as file:
            if file.read(len(MARK)) != MARK:
                file.seek(0)
            events = ijson.basic_parse(Stream(file), multiple_values=True, use_float=True)
            for numbered, found in enumerate(_values(events), 1):
                if numbered > MOST_ROWS:
                    raise Refused(TOO_MANY_ROWS)
                yield found
    except (ijson.JSONError, UnicodeError, EOFError, OSError, StopIteration) as error:
        raise Refused(BROKEN) from error


def _values(events: Iterator[Event]) -> Iterator[Found]:
    alone = count(1)
    for event, _ in events:
        if event == "start_array":
            yield from _items(events, "")
        elif event == "start_map":
            yield from _wrapped(events, alone)
        else:
            raise Refused(NO_OBJECT)


def _items(events: Iterator[Event], part: str) -> Iterator[Found]:
    for number, (event, value) in enumerate(events, 1):
        if event == "end_array":
            return
        if event != "start_map":
            raise Refused(NO_OBJECT)
        yield part, number, _Building(events).value(event, value)


def _wrapped(events: Iterator[Event], alone: Iterator[int]) -> Iterator[Found]:
    """Named lists, unless what comes before them says that this is one object alone."""
    outer: dict[str, Any] = {}
    for event, key in events:
        if event == "end_map":
            break
        event, value = next(events)
        if event == "start_array" and not _is_one(outer):
            yield from _listed(events, key, outer)
        else:
            outer[key] = _Building(events).value(event, value)
    if _is_one(outer):
        yield "", next(alone), outer


def _listed(events: Iterator[Event], key: str, outer: dict[str, Any]) -> Iterator[Found]:
    """A list of objects is given as it comes; one of plain values is of the object around it."""
    event, value = next(events)
    if event == "start_map":
        yield key, 1, _Building(events).value(event, value)
        for part, number, found in _items(events, key):
            yield part, number + 1, found
    else:
        outer[key] = _Building(events).rest(event, value)


def _is_one(outer: dict[str, Any]) -> bool:
    return bool({"id", "nom", "name"} & outer.keys())


class _Building:
    """A value made of its events, counted."""

    def __init__(self, events: Iterator[Event]) -> None:
        self.events, self.left = events, MOST_EVENTS

    def value(self, event: str, value: Any, depth: int = 0) -> Any:
        """Whatever begins with this event."""
        self.left -= 1
        if self.left < 0 or depth > MOST_DEPTH:
            raise Refused(ENDLESS)
        if event == "start_map":
            return self._map(depth)
        return self.rest(*next(self.events), depth) if event == "start_array" else value

    def rest(self, event: str, value: Any, depth: int = 0) -> list[Any]:
        """A list whose first event has been taken."""
        items = []
        while event != "end_array":
            items.append(self.value(event, value, depth + 1))
            event, value = next(self.events)
        return items

    def _map(self, depth: int) -> dict[str, Any]:
        made = {}
        for event, key in self.events:
            if event == "end_map":
                break
            made[key] = self.value(*next(self.events), depth + 1)
        return made
