"""What somebody may choose, and what the pages are then told."""

from enum import StrEnum


class Appearance(StrEnum):
    """As the system says, or one of the two themes whatever it says."""

    AUTOMATIC = "automatique"
    LIGHT = "claire"
    DARK = "sombre"


# What Bootstrap calls them; nothing is said of the automatic one, which the style sheet decides.
THEMES = {Appearance.LIGHT: "light", Appearance.DARK: "dark"}


def chosen(word: str | None) -> Appearance:
    """The choice that this word makes; a word we do not know makes none."""
    known = {choice.value: choice for choice in Appearance}
    return known.get(word or "", Appearance.AUTOMATIC)
