"""Days on which a record changed: of this century, and not to come (data·inclusion)."""

import datetime as dt
import re

from exchange.values.wrong import Wrong
from models.base import today

FIRST = dt.date(2000, 1, 1)
ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
FRENCH = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})")


def day(text: str) -> dt.date:
    """2026-11-22, 22/11/2026, or the day of an instant."""
    written = text.strip()
    iso, french = ISO.match(written), FRENCH.match(written)
    try:
        if iso:
            return dt.date(*map(int, iso.groups()))
        if french:
            return dt.date(*map(int, reversed(french.groups())))
    except ValueError as error:
        raise Wrong("Ce jour n'existe pas.") from error
    raise Wrong("Écrivez une date comme 2026-11-22 ou 22/11/2026.")


def changed_on(text: str) -> dt.date:
    """The day of a change: neither before 2000 nor after today."""
    told = day(text)
    if told < FIRST:
        raise Wrong("Cette date est antérieure à l'an 2000.")
    if told > today():
        raise Wrong("Cette date est dans le futur.")
    return told


def count(text: str) -> int:
    """A number of places or years, from 0 to 10,000."""
    written = re.sub(r"\s", "", text)
    if not re.fullmatch(r"\d{1,5}(?:[.,]0+)?", written) or not written.isascii():
        raise Wrong("Écrivez un nombre entier, comme 12.")
    number = int(re.split(r"[.,]", written)[0])
    if number > 10_000:
        raise Wrong("Ce nombre dépasse 10 000.")
    return number
