"""Small files that would fill the memory of whatever parses them, or keep it busy for ever."""

import gzip
import io
import zipfile

import pytest

from exchange.files import watched
from exchange.files.limits import MEGABYTE
from exchange.rows import Refused
from tests.exchange.reading import read, workbook

SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "table", "text")
)
SHEET, STYLES, TEXTS = "xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/sharedStrings.xml"
TYPE_OF_TEXTS = (
    f'<Override PartName="/{TEXTS}" ContentType="application/vnd.openxmlformats-officedocument'
    '.spreadsheetml.sharedStrings+xml"/></Types>'
)
# Instead of a million, which take seconds to be read.
TAGS = 50_000
ENTITY = f'<!DOCTYPE a [<!ENTITY b "{"c" * 9_000}">]>'


def archive(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, content in parts.items():
            zipped.writestr(name, content)
    return file.getvalue()


def xlsx(part: str, content: str) -> bytes:
    """A workbook of two lines, one part of which is another."""
    with zipfile.ZipFile(io.BytesIO(workbook(["Nom"], ["Foyer"]))) as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    types = parts["[Content_Types].xml"].decode()
    if part == TEXTS and TEXTS not in types:
        parts["[Content_Types].xml"] = types.replace("</Types>", TYPE_OF_TEXTS).encode()
    return archive(parts | {part: content.encode()})


def ods(inside: str, *, before: str = "", encoding: str = "utf-8") -> bytes:
    head = f"<office:document-content {NAMES}><office:body><office:spreadsheet>"
    tail = "</office:spreadsheet></office:body></office:document-content>"
    told = f'<?xml version="1.0" encoding="{encoding}"?>{before}{head}{inside}{tail}'
    return archive({"mimetype": b"x", "content.xml": told.encode(encoding)})


def main(root: str, inside: str) -> str:
    return f'<{root} xmlns="{SPREADSHEET}">{inside}</{root}>'


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (ods("<x/>" * (TAGS + 9)), "à l'excès"),
        (ods("<table:table-row>" + "<x/>" * (TAGS + 9) + "</table:table-row>"), "à l'excès"),
        (ods(f"<text:p>{'a' * 2 * MEGABYTE}</text:p>"), "à l'excès"),
        (xlsx(SHEET, main("worksheet", f"<row>{'<c/>' * (TAGS + 9)}</row>")), "à l'excès"),
        (xlsx(STYLES, main("styleSheet", "<xf/>" * (TAGS + 9))), "à l'excès"),
        (xlsx(TEXTS, main("sst", f"<si><t>{'a' * 2 * MEGABYTE}</t></si>")), "à l'excès"),
        (gzip.compress(b'[{"nom":"' + b"a" * 2 * MEGABYTE), "trop grand"),
        # Looked for by an expression that came back on each of its bytes, this took hours.
        (xlsx(SHEET, "<c" * 500_000), "abîmé"),
        (xlsx(STYLES, ENTITY + main("styleSheet", "&b;")), "XML interdit"),
        (ods("&b;", before=ENTITY), "XML interdit"),
        (ods("&b;", before=ENTITY, encoding="utf-16"), "XML interdit"),
    ],
    ids=range(11),
)
def test_what_would_never_end_is_refused_while_it_is_read(tmp_path, monkeypatch, content, reason):
    monkeypatch.setattr(watched, "MOST_TAGS", TAGS)

    with pytest.raises(Refused, match=reason):
        read(tmp_path, content)
