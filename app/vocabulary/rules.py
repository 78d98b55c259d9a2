"""Which words may be proposed for an entry of the vocabulary; pure."""

from search import vocabulary
from search.vocabulary import key, plain

MOST_WORDS = 4
SHORTEST = 3


def term(text: str) -> str:
    """A word or a few as they are stored: plain, one space between two."""
    return " ".join(plain(text))


def fault(text: str, means: str) -> str | None:
    """Why these words cannot mean that entry, in French; None when they can."""
    known = vocabulary.files()
    words = plain(text)
    telling = [word for word in words if word not in known.small_words]
    if len(words) > MOST_WORDS:
        return f"Gardez {MOST_WORDS} mots au plus."
    if sum(map(len, telling)) < SHORTEST:
        return "Écrivez un mot d'au moins trois lettres, qui dit ce qui est cherché."
    spelled = key(telling, known.acronyms)
    meant = key((word for word in plain(means) if word not in known.small_words), known.acronyms)
    if spelled in known.meanings:
        said = ", ".join(known.meanings[spelled])
        return f"« {text.strip()} » est déjà dans le vocabulaire, et cherche aussi {said}."
    if spelled == meant:
        return "C'est déjà le nom de ce que vous avez choisi."
    return None
