"""The communes that a line may mean, told in words, and read again when one is chosen."""

import re

from app.imports.communes import MOST_NAMED, Town

TOWN = re.compile(r"(?:^|(?<= ou ))(.+?) \((\w{5})\)(?= ou |$)")


def named(towns: list[Town]) -> str | None:
    """« Castres (02142) ou Castres (81065) », four at most."""
    return " ou ".join(f"{town.name} ({town.code})" for town in towns[:MOST_NAMED]) or None


def choices(named: str | None) -> list[tuple[str, str]]:
    """The names and codes of the communes that `named` put in words."""
    return TOWN.findall(named or "")
