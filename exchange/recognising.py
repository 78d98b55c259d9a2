"""What a file is, and the reader for it: by what it holds, never by its name."""

from collections.abc import Mapping
from pathlib import Path

from exchange.files.forms import Form, form_of
from exchange.files.opening import book_of
from exchange.kinds import Kind
from exchange.reading import Reading
from exchange.rows import Refused
from exchange.tabular import read_book


def read(path: Path, kind: Kind | None, mapping: Mapping[str, str]) -> Reading:
    """See `exchange.read`."""
    form = form_of(path)
    if form is Form.JSON:
        raise Refused("JSON")
    return read_book(book_of(path, form), kind, mapping)
