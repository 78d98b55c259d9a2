"""Formulas of a workbook whose results nobody ever computed: programs write them, and no value."""

import re
import zipfile
from pathlib import Path

# An empty text is a result, and says that it is a text. No tag holds « < »: whatever the bytes,
# none is looked at again and again.
EMPTY = re.compile(rb'<c(?![^<>]*\bt="str")[^<>]*><f[^<>]*>[^<]*</f>(?:<v\s*/>|<v></v>)?</c>')
SHEETS = "xl/worksheets/"
CHUNK, LONGEST_CELL = 1_048_576, 16_384
NEVER_COMPUTED = (
    "Ce classeur contient des formules jamais calculées, lues comme des cellules vides : "
    "ouvrez-le dans un tableur, enregistrez-le, puis envoyez-le de nouveau."
)


def notes_on(path: Path) -> tuple[str, ...]:
    """A sentence when some cells of the workbook are formulas without a result."""
    with zipfile.ZipFile(path) as archive:
        sheets = [name for name in archive.namelist() if name.startswith(SHEETS)]
        return (NEVER_COMPUTED,) if any(_is_empty(archive, name) for name in sheets) else ()


def _is_empty(archive: zipfile.ZipFile, name: str) -> bool:
    before = b""
    with archive.open(name) as sheet:
        while chunk := sheet.read(CHUNK):
            if EMPTY.search(before + chunk):
                return True
            before = chunk[-LONGEST_CELL:]
    return False
