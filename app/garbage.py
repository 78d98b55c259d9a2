"""Looks for garbage seldom: a page makes tens of thousands of objects, nearly all die with it."""

import gc

# New objects between two looks. Python looks every 700: a third of the time of our longest pages.
MADE_BETWEEN = 20_000


def look_seldom() -> None:
    """From now on; and never again at what the application itself is made of."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(MADE_BETWEEN, *gc.get_threshold()[1:])
