"""Formats others speak, read into neutral rows and written from them: no web, no database."""

from collections.abc import Mapping
from pathlib import Path

from exchange.kinds import Kind
from exchange.reading import Reading
from exchange.rows import Refused

__all__ = ["Kind", "Reading", "Refused", "read"]


def read(
    path: Path | str, *, kind: Kind | None = None, mapping: Mapping[str, str] | None = None
) -> Reading:
    """A file as partners and faults, streamed; its format is recognised unless `kind` says it.

    `mapping` (heading → field of `exchange.readers.fields.labels()`, "" for a column left alone)
    corrects how the columns of a free spreadsheet are understood. Refused, whose message is
    a French sentence, when the file cannot be read: at once, or where it breaks while iterating.
    """
    # Readers load more than writers need, who only want this package's rows.
    from exchange.recognising import read as recognised

    return recognised(Path(path), kind, mapping or {})
