"""What a file is, and the reader for it: by what it holds, never by its name."""

from collections.abc import Mapping
from itertools import islice
from pathlib import Path

from exchange.files.forms import Form, form_of
from exchange.files.objects import NO_OBJECT, objects
from exchange.files.opening import book_of
from exchange.kinds import Kind
from exchange.readers.data_inclusion import of_objects, read_inclusion
from exchange.readers.hsds import read_hsds
from exchange.readers.inclusion_checks import fields
from exchange.reading import Reading
from exchange.rows import Refused
from exchange.tabular import read_book


def read(path: Path, kind: Kind | None, mapping: Mapping[str, str]) -> Reading:
    """See `exchange.read`."""
    form = form_of(path)
    if form is Form.JSON:
        return _read_json(path, kind)
    return read_book(book_of(path, form), kind, mapping)


def _read_json(path: Path, kind: Kind | None) -> Reading:
    """data·inclusion says « nom » where HSDS says « name »."""
    first = next((told for _, _, told in islice(objects(path), 1)), {})
    names: tuple[str, ...] = ()
    if "nom" in first:
        found, rows = Kind.DATA_INCLUSION, read_inclusion(of_objects(objects(path)))
        names = fields()
    elif "name" in first:
        found, rows = Kind.HSDS, read_hsds(objects(path))
    else:
        raise Refused(NO_OBJECT)
    if kind not in (None, found):
        raise Refused(f"Ce fichier n'est pas reconnu comme : {kind.label}.")
    return Reading(found, rows, headings=names)
