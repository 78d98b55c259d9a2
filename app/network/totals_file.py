"""The totals as a CSV file: what the page says, every line of it, hidden figures hidden."""

import csv
import io

from app.filters import NARROW
from app.network.totals import Totals
from app.network.totals_cells import COLUMNS, HIDDEN, cells

HEADINGS = ["Lignes", "Code", "Intitulé"]
# As a spreadsheet reads numbers.
PLAIN = str.maketrans({NARROW: None, "\u2212": "-"})


def as_csv(totals: Totals) -> str:
    """UTF-8 with its mark and semicolons; all families, then each, then each territory."""
    out = io.StringIO()
    out.write("\ufeff")
    writer = csv.writer(out, delimiter=";")
    columns = [text for one in COLUMNS for text in (one.label, f"{one.label}, sur 30 jours")]
    writer.writerow([*HEADINGS, *columns])
    for kind, lines in (
        ("Ensemble", [totals.whole]),
        ("Famille", totals.by_family),
        ("Territoire", totals.by_place),
    ):
        for line in lines:
            said = [text for cell in cells(line) for text in (cell.text, cell.change or HIDDEN)]
            writer.writerow(
                [kind, line.code, line.label, *(text.translate(PLAIN) for text in said)]
            )
    return out.getvalue()
