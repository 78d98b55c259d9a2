"""The book that a file of rows is."""

from pathlib import Path

from exchange.files.book import Book
from exchange.files.delimited import Delimited
from exchange.files.forms import Form
from exchange.files.opendocument import OpenDocument
from exchange.files.workbook import Workbook


def book_of(path: Path, form: Form) -> Book:
    """A CSV, an XLSX or an ODS, ready to be read."""
    if form is Form.XLSX:
        return Workbook(path)
    if form is Form.ODS:
        return OpenDocument(path)
    return Delimited(path)
