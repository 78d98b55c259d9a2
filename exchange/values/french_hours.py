"""Opening hours as people write them in French, turned into those of OpenStreetMap, or refused."""

import re
from functools import lru_cache
from itertools import pairwise

from exchange.values.hours import NOT_SLOTS, OSM, checked
from exchange.values.text import folded
from exchange.values.wrong import Wrong

DAYS = ("lun", "mar", "mer", "jeu", "ven", "sam", "dim")
DAY = r"(?:lun|mar|mer|jeu|ven|sam|dim)[a-z]*"
TIME = r"(\d{1,2}) ?(?:h|:) ?(\d{2})?"
SLOTS = re.compile(rf"{TIME} ?(?:-|a|au|/) ?{TIME}")
SPAN = re.compile(rf"({DAY})(?: ?(?:-|au|a) ?({DAY}))?")
ALWAYS = re.compile(r"24 ?h? ?/ ?24|24 ?/ ?7")
EVERY_DAY = re.compile(r"tous les jours|7 ?j? ?/ ?7")
EMPTY = re.compile(
    r"\b(?:de|du|le|les|et|ouvert|ouverture|horaires?|puis|matin|apres midi|a|jours?)\b"
    r"|[\s,;:.()/&-]"
)


@lru_cache(maxsize=4096)
def from_words(text: str) -> str:
    """« Du lundi au vendredi de 9h à 12h et de 14h à 17h30 » → Mo-Fr 09:00-12:00,14:00-17:30.

    Whatever is not wholly understood is Wrong: hours half understood would be false hours.
    """
    try:
        return checked(text)
    except Wrong:
        plain = _plain(text)
    if ALWAYS.search(plain) and not EMPTY.sub("", EVERY_DAY.sub("", ALWAYS.sub("", plain))):
        return "24/7"
    return checked("; ".join(_rules(EVERY_DAY.sub("lun-dim", plain))))


def _plain(text: str) -> str:
    """Lower case without accents, the marks that matter kept."""
    marked = re.sub(r"[–—]", "-", text)
    return " ".join("".join(_bare(part) for part in re.split(r"([-;,:/\n&])", marked)).split())


def _bare(part: str) -> str:
    return part if part in "-;,:/&" else f" {folded(part)} "


def _rules(plain: str) -> list[str]:
    """The text cut where days begin: days, then their slots."""
    spans = list(SPAN.finditer(plain))
    starts = [span.start() for span in spans] + [len(plain)]
    if not spans or EMPTY.sub("", plain[: starts[0]]):
        raise Wrong(NOT_SLOTS)
    rules, waiting = [], []
    for span, (_, end) in zip(spans, pairwise(starts), strict=True):
        waiting.append(_days(span))
        slots = _slots(plain[span.end() : end])
        if slots:
            rules.append(f"{','.join(waiting)} {slots}")
            waiting = []
    if waiting:
        raise Wrong(NOT_SLOTS)
    return rules


def _days(span: re.Match[str]) -> str:
    first, last = (span[side] and OSM[DAYS.index(span[side][:3])] for side in (1, 2))
    return f"{first}-{last}" if last else str(first)


def _slots(text: str) -> str:
    """« 9h-12h et 14h-17h30 »; nothing when there is none, Wrong when words are left."""
    told = ",".join(
        f"{int(start):02}:{minutes or '00'}-{int(end):02}:{late or '00'}"
        for start, minutes, end, late in SLOTS.findall(text)
    )
    if "ferme" in text and not told:
        return "off"
    if EMPTY.sub("", SLOTS.sub("", text)):
        raise Wrong(NOT_SLOTS)
    return told
