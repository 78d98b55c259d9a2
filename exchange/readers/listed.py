"""What every line of a published list begins with: its number there, and its name in capitals."""

from collections.abc import Callable

from exchange.line import Line
from exchange.values import text
from exchange.values.capitals import readable


def numbered(
    line: Line, heading: str, parse: Callable[[str], str] = text.line
) -> tuple[str, str] | None:
    """Its number, under this heading, and its name; None, with the faults, without one of them."""
    number = line.need(heading, parse)
    name = line.need("nom", lambda told: readable(text.name(text.shortened(told))))
    return (number, name) if number and name else None
