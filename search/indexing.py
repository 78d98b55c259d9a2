"""Keeps the search table in step with the offers."""


def install() -> None:
    """Listen to the sessions that change offers."""
