"""Keeps on the sheet only what says nothing of justice, and writes acronyms out."""

import re
from collections.abc import Callable, Iterable

from search.geocoder.names import without_accents

# Words, or the beginnings of words, that say why somebody comes; looked for without accents.
TELLING = (
    r"spip|[dc]pip|dspip|disp|atigip|jap|pjj|ppsmj|tig|tigistes?|tnr|ddse|psem?|arse",
    r"appi|smpr|usmp|uhsa|civi|fgti|liberables?|milieux? ferme|cours? d assises",
    r"probat\w*|justici\w*|justices?|judiciaires?|juges?|jugements?|juridictions?|parquet|greff\w+",
    r"procureur\w*|tribuna\w*|magistrat\w*|infractions?|penal\w*|peines?|casiers?|sursis|recidiv\w*",
    r"penitenti\w*|prisons?|prisonni\w*|detention|detenue?s?|carcera\w*|incarcer\w*|ecrou\w*",
    r"maisons? d arret|sortants?|liberations? conditionnelles?|semi liberte",
    r"condamn\w*|delinquan\w*|interet general|non remuneree?s?|bracelets?",
    r"placements? exterieurs?|surveillance electronique|injonctions?|obligations? de soins",
    r"stupefiants?|violences?|criavs|cpca",
)
PATTERN = re.compile(rf"\b(?:{'|'.join(TELLING)})\b")
# A street may be called after a court house: in an address only the bodies themselves tell.
BODIES = re.compile(
    r"\b(?:spip|probat\w*|penitenti\w*|maisons? d arret|centres? de detention|detenus?)\b"
)
SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n+")
# « T.I.G. », once its points are gone.
SPELT = re.compile(r"\b(?:[a-z] ){2,}[a-z]\b")
ACRONYM = re.compile(r"\(?\b[A-Z][A-Z0-9]+\b\)?")


def flat(text: str) -> str:
    """Without accents, capitals or punctuation."""
    return " ".join(re.findall(r"[a-z0-9]+", without_accents(text).lower()))


def is_neutral(text: str, telling: re.Pattern[str] = PATTERN) -> bool:
    """Whether a text says nothing of why somebody comes."""
    said = SPELT.sub(lambda letters: letters[0].replace(" ", ""), flat(text))
    return telling.search(said) is None


class Sieve:
    """Lets through what is neutral, in plain words; remembers what it kept back."""

    def __init__(self, spell: Callable[[str], str | None]) -> None:
        self.spell, self.kept_back = spell, list[str]()

    def name(self, text: str | None, longest: int = 80) -> str | None:
        """A name, or nothing."""
        said = self._through(text, PATTERN)
        return said and cut(said, longest)

    def address(self, text: str | None, longest: int = 100) -> str | None:
        """An address; a street may bear a telling name."""
        return cut(text, longest) if text and self._through(text, BODIES) else None

    def words(self, text: str | None, longest: int = 120) -> str | None:
        """A text without the sentences that tell."""
        kept = [one for one in map(self._neutral, SENTENCE.split(text or "")) if one]
        return cut(" ".join(kept), longest) or None

    def items(self, texts: Iterable[str], most: int = 5, longest: int = 60) -> list[str]:
        """Those of a list that do not tell."""
        return [said for one in list(texts)[:most] if (said := self.words(one, longest))]

    def _neutral(self, text: str) -> str | None:
        return self._through(text, PATTERN)

    def _through(self, text: str | None, telling: re.Pattern[str]) -> str | None:
        if not text:
            return None
        if not is_neutral(text, telling):
            self.kept_back.append(text)
            return None
        return written_out(text, self.spell)


def cut(text: str, longest: int) -> str:
    """A text cut between two words, so that one page holds whatever hosts write."""
    if len(text) <= longest:
        return text
    return text[:longest].rsplit(" ", 1)[0].rstrip(" ,;:(") + "…"


def written_out(text: str, spell: Callable[[str], str | None]) -> str:
    """A text whose known acronyms are words; one that repeats the words beside it goes."""
    plain = text
    for found in ACRONYM.findall(text):
        meant = spell(found.strip("()"))
        if meant is None:
            continue
        is_said = found.startswith("(") or flat(meant) in flat(plain)
        plain = plain.replace(found, "" if is_said else meant, 1)
    plain = re.sub(r"\b(\w+) \1\b", r"\1", " ".join(plain.split()), flags=re.IGNORECASE)
    return plain[:1].upper() + plain[1:] if text[:1].isupper() else plain
