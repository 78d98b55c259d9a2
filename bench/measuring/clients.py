"""Clients, each a process of its own: none waits for another's interpreter."""

import gc
import multiprocessing
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from multiprocessing.synchronize import Barrier
from typing import Any

from bench.measuring.figures import Answered, Figure, figure

Ask = Callable[[Any], tuple[int, int]]
Opens = Callable[[], AbstractContextManager[Ask]]
FORK = multiprocessing.get_context("fork")
PATIENCE_S = 600
# Changes that a client makes before it is measured: statements are prepared at the fifth.
FIRST_CHANGES = 10


@dataclass(frozen=True)
class Measure:
    """What is asked, and of whom; `opens` gives, in the client's process, what asks."""

    name: str
    opens: Opens
    questions: Sequence[Any]
    clients: tuple[int, ...] = (1, 4)
    # A question that changes something is asked once only.
    asked_once: bool = False
    # What puts everything back as it was.
    undo: Callable[[], None] = lambda: None

    def part(self, number: int, clients: int, count: int) -> list[Any]:
        """So many questions of one client, none another's if they are asked once."""
        if self.asked_once:
            count += FIRST_CHANGES
            return list(self.questions[number * count : (number + 1) * count])
        start = number * len(self.questions) // clients
        turned = [*self.questions[start:], *self.questions[:start]]
        return [turned[place % len(turned)] for place in range(count)]


def run(measure: Measure, clients: int, count: int) -> Figure:
    """Let so many clients ask, each so many times, all starting together once warm."""
    barrier, queue = FORK.Barrier(clients), FORK.SimpleQueue()
    processes = [
        FORK.Process(
            target=_client, args=(measure, measure.part(n, clients, count), barrier, queue)
        )
        for n in range(clients)
    ]
    for process in processes:
        process.start()
    received = [queue.get() for _ in processes]
    for process in processes:
        process.join()
    for failure in received:
        if isinstance(failure, str):
            raise RuntimeError(f"{measure.name}: {failure}")
    return figure(measure.name, clients, [answer for answers in received for answer in answers])


def _client(measure: Measure, questions: list[Any], barrier: Barrier, queue: Any) -> None:
    try:
        with measure.opens() as ask:
            questions = _warmed(measure, questions, ask)
            gc.collect()
            gc.freeze()
            barrier.wait(PATIENCE_S)
            queue.put([_timed(ask, question) for question in questions])
    except Exception as error:  # told to the parent, which stops
        barrier.abort()
        queue.put(repr(error))


def _warmed(measure: Measure, questions: list[Any], ask: Ask) -> list[Any]:
    """The questions to measure, once the process has already worked."""
    if not measure.asked_once:
        _warm(questions, ask)
        return questions
    for question in questions[:FIRST_CHANGES]:
        ask(question)
    return questions[FIRST_CHANGES:]


def _warm(questions: list[Any], ask: Ask) -> None:
    """Ask everything once."""
    known: list[Any] = []
    for question in questions:
        if question in known:
            return
        known.append(question)
        ask(question)


def _timed(ask: Ask, question: Any) -> Answered:
    asked = time.perf_counter()
    rows, size = ask(question)
    return Answered(asked, time.perf_counter(), rows, size)
