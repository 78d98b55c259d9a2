"""What the log says of an error: its kind and where it was raised, never the values of a row."""

import traceback


def raised(error: BaseException) -> dict[str, str]:
    """As structlog takes it: what an error says of itself may hold a name or an address."""
    return {"error": type(error).__name__, "path": path_to(error)}


def path_to(error: BaseException) -> str:
    """The lines of code that led to it."""
    return "".join(traceback.format_tb(error.__traceback__))
