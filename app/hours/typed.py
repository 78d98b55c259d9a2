"""The hours of one day as people write them: « 8h30-12h, 13h30-17h »; pure."""

import re
from itertools import pairwise

EXAMPLE = "Écrivez des heures comme 8h30-12h, 14h-17h ; rien, ou « fermé », si c'est fermé."
OVERLAP = "Ces heures se recouvrent : écrivez-les dans l'ordre, sans qu'elles se touchent."
BACKWARDS = "La fin doit être après le début ({said})."
CLOSED = {"", "fermé", "ferme", "fermée", "fermee", "-"}
ALL_DAY = {"24h", "24h/24", "24/24", "24h sur 24", "24 h sur 24", "24/7"}
HOUR = r"(\d{1,2}|midi|minuit)\s*(?:h|:)?\s*(\d{2})?"
RANGE = re.compile(rf"(?:de\s+)?{HOUR}\s*(?:-|–|—|à|a)\s*{HOUR}")
PARTS = re.compile(r"\s*(?:,|;|/|\bet\b|\bpuis\b)\s*")
A_DAY = 24 * 60
# Doors that open this late may close the next morning.
EVENING = 16 * 60
MOST = 4

Ranges = tuple[tuple[int, int], ...]


def read_ranges(typed: str) -> Ranges:
    """Minutes from midnight, an end past 24 h being the next morning; or ValueError in French."""
    text = typed.strip().lower()
    if text in CLOSED:
        return ()
    if text in ALL_DAY:
        return ((0, A_DAY),)
    ranges = tuple(_range(part) for part in PARTS.split(text) if part)
    if len(ranges) > MOST:
        raise ValueError(EXAMPLE)
    if any(end >= start for (_, end), (start, _) in pairwise(ranges)):
        raise ValueError(OVERLAP)
    return ranges


def write_ranges(ranges: Ranges) -> str:
    """« 8h30-12h, 13h30-17h »; nothing for a day that stays shut."""
    if ranges == ((0, A_DAY),):
        return "24h/24"
    return ", ".join(f"{_hour(start)}-{_hour(end)}" for start, end in ranges)


def _range(part: str) -> tuple[int, int]:
    found = RANGE.fullmatch(part)
    if not found:
        raise ValueError(EXAMPLE)
    start, end = _minutes(found[1], found[2]), _minutes(found[3], found[4])
    end = A_DAY if end == 0 else end
    if end <= start:
        if start < EVENING:
            raise ValueError(BACKWARDS.format(said=part))
        end += A_DAY
    return start, end


def _minutes(hour: str, minutes: str | None) -> int:
    words = {"midi": 12, "minuit": 0}
    number = words.get(hour)
    number = int(hour) if number is None else number
    if number > 24 or int(minutes or 0) > 59 or (number == 24 and int(minutes or 0)):
        raise ValueError(EXAMPLE)
    return number * 60 + int(minutes or 0)


def _hour(minute: int) -> str:
    hour, rest = divmod(minute if minute == A_DAY else minute % A_DAY, 60)
    return f"{hour}h{rest:02}" if rest else f"{hour}h"
