"""Words as somebody typed them, found again from the plain words they were read as."""

import re
from collections.abc import Sequence

MARKED = {
    "a": "aàâäáã",
    "c": "cç",
    "e": "eéèêë",
    "i": "iîïí",
    "n": "nñ",
    "o": "oôöóõ",
    "u": "uùûüú",
    "y": "yÿ",
}
TWO_LETTERS = f"[{MARKED['o']}][{MARKED['e']}]"
# Small words are left out of what was read: « dormir ce soir » is dormir, soir.
MOST_BETWEEN = 2


def spelling(words: Sequence[str], *, most_between: int = 0) -> str:
    """A pattern of plain words that follow each other, whatever their accents and hyphens."""
    between = rf"[^\w\s]*[\s'’-]+(?:\w+[\s'’-]+){{0,{most_between}}}?"
    return rf"\b{between.join(map(_letters, words))}\b"


def as_typed(plain_words: str, text: str) -> str:
    """The part of a text that was read as these words; themselves when it is not there."""
    pattern = spelling(plain_words.split(), most_between=MOST_BETWEEN)
    found = re.search(pattern, text, re.IGNORECASE)
    return found[0] if found else plain_words


def _letters(word: str) -> str:
    letters = "".join(f"[{MARKED[one]}]" if one in MARKED else re.escape(one) for one in word)
    return letters.replace(TWO_LETTERS, f"(?:{TWO_LETTERS}|œ)")
