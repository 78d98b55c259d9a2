"""Texts of any length and origin: one line or several, without what no page can show."""

import re
import unicodedata

from exchange.values.wrong import Wrong

# Control and formatting characters, and halves of characters: PostgreSQL or a page chokes on them.
UNSHOWN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\ud800-\udfff\ufeff]"
)
SPACES = re.compile(r"[^\S\n]+")
APOSTROPHE_OF_OURS = re.compile(r"^'(?=[=+\-@])")
MOST_LINE, MOST_ADDRESS, MOST_PROSE, SHORTEST_NAME = 150, 250, 10_000, 3


def cleaned(text: str) -> str:
    """NFC, ordinary spaces, no control character; the apostrophe that disarmed a formula goes."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return APOSTROPHE_OF_OURS.sub("", text.strip())
    shown = UNSHOWN.sub("", unicodedata.normalize("NFC", text).replace("\r\n", "\n"))
    return APOSTROPHE_OF_OURS.sub("", SPACES.sub(" ", shown.replace("\r", "\n")).strip())


def line(text: str, most: int = MOST_LINE) -> str:
    """One line of so many characters at most."""
    one = " ".join(text.split())
    if len(one) > most:
        raise Wrong(f"Ce texte a {len(one)} caractères : {most} au plus.", shortened(one, most))
    return one


def shortened(text: str, most: int = MOST_LINE) -> str:
    """Cut after a word, and said to be."""
    one = " ".join(text.split())
    return one if len(one) <= most else f"{one[: most - 1].rsplit(' ', 1)[0]}…"


def address(text: str) -> str:
    """One line of 250 characters at most."""
    return line(text, MOST_ADDRESS)


def name(text: str) -> str:
    """A name of 3 to 150 characters, without a final dot (data·inclusion)."""
    one = _unquoted(line(text))
    one = one if one.endswith("etc.") else one.rstrip(". ")
    if len(one) < SHORTEST_NAME:
        raise Wrong("Écrivez le nom en entier (3 caractères au moins).")
    return one


def _unquoted(text: str) -> str:
    """Marks that a CSV quoted twice, or the ones around all of it, are no part of a name."""
    one = text.replace('""', '"')
    is_around = len(one) > 1 and one[0] == one[-1] == '"'
    is_quoted = is_around and (one != text or one.count('"') == len('""'))
    return one[1:-1].strip() if is_quoted else one


def prose(text: str) -> str:
    """Several lines, 10,000 characters at most."""
    if len(text) > MOST_PROSE:
        raise Wrong(f"Ce texte a {len(text)} caractères : 10 000 au plus.")
    return text


def folded(text: str) -> str:
    """Lower case, no accents, words apart by one space: how headings and labels are compared."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return " ".join(re.findall(r"[a-z0-9]+", plain))
