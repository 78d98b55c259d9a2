"""The totals as a CSV file: what the page says, every line of it, hidden figures hidden."""

from collections.abc import Iterator

from app.filters import NARROW
from app.network.totals import Totals
from app.network.totals_cells import COLUMNS, HIDDEN, cells
from exchange.writers import tables

HEADINGS = ["Lignes", "Code", "Intitulé"]
# As a spreadsheet reads numbers.
PLAIN = str.maketrans({NARROW: None, "\u2212": "-"})


def as_csv(totals: Totals) -> str:
    """All families, then each, then each territory."""
    columns = [text for one in COLUMNS for text in (one.label, f"{one.label}, sur 30 jours")]
    return tables.MARK + tables.lines([[*HEADINGS, *columns], *_lines(totals)])


def _lines(totals: Totals) -> Iterator[list[str]]:
    for kind, lines in (
        ("Ensemble", [totals.whole]),
        ("Famille", totals.by_family),
        ("Territoire", totals.by_place),
    ):
        for line in lines:
            said = [text for cell in cells(line) for text in (cell.text, cell.change or HIDDEN)]
            yield [kind, line.code, line.label, *(text.translate(PLAIN) for text in said)]
