"""Place names brought to one spelling, so that two ways of writing a name meet."""

import re
import unicodedata

LONGEST = 200
WORDS = {"st": "saint", "ste": "sainte", "sts": "saints", "stes": "saintes"}
ARTICLES = {"l", "le", "la", "les"}
SILENT = {"arrondissement", "cedex"}

LIGATURES = str.maketrans({"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss"})
ORDINAL = re.compile(r"\b(\d{1,2})(?:er|ere|e|eme|nd|nde)\b")
OVER = re.compile(r"\bs/\s*")


def fold(text: str) -> str:
    """The key of a name: plain ASCII words, abbreviations spelt out, no leading article.

    "St-Étienne" gives "saint etienne", "L'Île-Rousse" "ile rousse", "Lyon 3ème" "lyon 3".
    Only the first 200 characters are read.
    """
    plain = without_accents(text[:LONGEST]).lower()
    plain = ORDINAL.sub(r"\1", OVER.sub("sur ", plain))
    words = [WORDS.get(word, word) for word in re.findall(r"[a-z0-9]+", plain)]
    words = [word for word in words if word not in SILENT] or words
    while len(words) > 1 and words[0] in ARTICLES:
        words = words[1:]
    return " ".join(words)


def without_accents(text: str) -> str:
    """The text with accents dropped and ligatures opened."""
    opened = unicodedata.normalize("NFKD", text.translate(LIGATURES))
    return "".join(letter for letter in opened if not unicodedata.combining(letter))
