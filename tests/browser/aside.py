"""Work done in a thread of its own: Playwright keeps an event loop running in this one."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from flask import Flask

Result = TypeVar("Result")


def aside(work: Callable[[], Result]) -> Result:
    """Do this in another thread, and wait for it."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(work).result()


def within(app: Flask, work: Callable[[], Result]) -> Result:
    """Do this in a context of the application."""

    def work_there() -> Result:
        with app.app_context():
            return work()

    return aside(work_there)
