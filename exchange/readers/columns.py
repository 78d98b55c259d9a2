"""How the columns of a free spreadsheet are understood: by their names, else by what they hold."""

from collections.abc import Mapping, Sequence

from rapidfuzz import fuzz, process

from exchange.corrected import ADDED
from exchange.readers import content, fields
from exchange.reading import Column

SHOWN, SHOWN_LETTERS = 3, 60
CLOSE, SAME = 82, 100
# Two or three letters look like any other two or three.
LEAST_LETTERS = 5
SAID, NAMED, ALIKE = "choisie par vous", "d'après son nom", "d'après un nom ressemblant"
HELD, UNKNOWN = "d'après son contenu", "n'a pas été comprise"


def understood(
    headings: Sequence[str], rows: Sequence[Sequence[str]], said: Mapping[str, str]
) -> tuple[Column, ...]:
    """Each column with its field, or None; what somebody said comes before what is guessed.

    Those that our file of lines to correct added are left out.
    """
    samples = {
        heading: [row[place].strip() for row in rows if place < len(row) and row[place].strip()]
        for place, heading in enumerate(headings)
        if heading not in ADDED
    }
    choice = _Choice(samples)
    choice.say(said)
    choice.name()
    choice.look_inside()
    return tuple(choice.column(heading) for heading in samples)


class _Choice:
    """Columns get a field one after another; a field is given once."""

    def __init__(self, samples: Mapping[str, Sequence[str]]) -> None:
        self.samples = samples
        self.chosen: dict[str, tuple[str, str]] = {}
        self.taken: set[str] = set()

    def give(self, heading: str, field: str, reason: str) -> None:
        """An empty field is a column left alone."""
        if heading not in self.chosen and field not in self.taken:
            self.chosen[heading] = (field, reason)
            self.taken |= {field} if field else set()

    def say(self, said: Mapping[str, str]) -> None:
        """What somebody said of these very headings."""
        known = fields.labels()
        for heading in self.samples:
            if heading in said:
                self.give(heading, said[heading] if said[heading] in known else "", SAID)

    def name(self) -> None:
        """The closest names first."""
        scores = [(*_named(heading), heading) for heading in self.samples]
        for score, field, heading in sorted(scores, key=lambda told: -told[0]):
            if score >= CLOSE:
                rather = content.rather(field, self.samples[heading])
                self.give(heading, rather, NAMED if score == SAME else ALIKE)

    def look_inside(self) -> None:
        """Columns whose name says nothing, by what they hold."""
        for field in content.FIELDS:
            left = {head: told for head, told in self.samples.items() if head not in self.chosen}
            heading = None if field in self.taken else content.holding(field, left, self.taken)
            if heading:
                self.give(heading, field, HELD)

    def column(self, heading: str) -> Column:
        """With some of its values, for whoever checks."""
        field, reason = self.chosen.get(heading, ("", UNKNOWN))
        cut = (value[:SHOWN_LETTERS] for value in self.samples[heading])
        return Column(heading, field or None, reason, tuple(dict.fromkeys(cut))[:SHOWN])


def _named(heading: str) -> tuple[float, str]:
    """How close a heading is to a known one, out of 100, and the field of that one."""
    names = fields.synonyms()
    asked = fields.bare(heading)
    if asked in names:
        return SAME, names[asked]
    long = [name for name in names if len(name) >= LEAST_LETTERS]
    close = process.extractOne(asked, long, scorer=fuzz.ratio, score_cutoff=CLOSE)
    return (min(close[1], SAME - 1), names[close[0]]) if close else (0, "")
