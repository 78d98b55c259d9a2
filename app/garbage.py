"""Looks for garbage seldom: a page makes tens of thousands of objects, nearly all die with it."""

import gc

# New objects between two looks. Python looks every 700: a third of the time of our longest pages.
# Three times more, and what has died meanwhile takes 40 MB.
MADE_BETWEEN = 7_000
# Looks between two at what outlived one, and of those between two at everything.
LOOKS = 10, 5


def look_seldom() -> None:
    """From now on; and never again at what the application itself is made of."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(MADE_BETWEEN, *LOOKS)
