"""Words that may tell somebody's offence or health, found in a free text (RULE-DP-13); pure."""

import re
import unicodedata
from collections.abc import Iterable

# Words without accents, or their beginnings; JavaScript reads the same patterns.
OFFENCES = (
    r"infractions?|delits?|crimes?|criminel\w*|viole?s?|violeurs?|violences?|agress\w+|vole?s?|voleurs?",
    r"cambriol\w*|escro[cq]\w*|recels?|stupefiants?|trafics?|trafiquants?|homicides?|meurtr\w*",
    r"assassin\w*|pedophil\w*|pedocrimin\w*|incest\w*|attouchements?|exhibitionn\w*|proxenet\w*",
    r"terroris\w*|radicalis\w*|fijais|condamn\w*|recidiv\w*|delinquan\w*|detenue?s?|ex detenue?s?",
    r"prisons?|incarcer\w*|ecrou\w*|sursis|casier|victimes?|mise?s? en examen|garde a vue",
)
HEALTH = (
    r"malad(?:e|es|ie|ies)|diagnosti\w*|schizo\w*|psychos\w*|psychoti\w*|psychiatri\w*|bipolair\w*",
    r"depressi(?:f|fs|ve|ves|on|ons)|suicid\w*|toxicoman\w*|addict\w*|alcooli\w*|heroin\w*|cocain\w*",
    r"cannabis|methadone|subutex|buprenorphine|seropositi\w*|vih|sida|hepatites?|cancers?|diabet\w*",
    r"epilep\w*|handicap\w*|medicaments?|hospitalis\w*|enceinte|grossesse|trait\w* medic\w*",
    r"(?:injonction|obligation)s? de soins",
)


def pattern(groups: Iterable[str]) -> str:
    """One pattern of several groups, for Python and JavaScript alike."""
    return rf"\b(?:{'|'.join(groups)})\b"


def plain(text: str) -> str:
    """Without accents nor capitals, letter for letter."""
    return "".join(unicodedata.normalize("NFD", letter)[0].lower()[:1] for letter in text)


def seen(text: str, groups: Iterable[str] = (*OFFENCES, *HEALTH)) -> list[str]:
    """The words of a text that these groups hold, each once, as they are written."""
    written = unicodedata.normalize("NFC", text)
    flat = re.sub(r"[^a-z0-9]", " ", plain(written))
    found = [written[one.start() : one.end()] for one in re.finditer(pattern(groups), flat)]
    return list({plain(word): word for word in reversed(found)}.values())[::-1]
