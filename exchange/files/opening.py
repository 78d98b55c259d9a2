"""The book that a file of rows is."""

from pathlib import Path

from exchange.files.book import Book
from exchange.files.delimited import Delimited
from exchange.files.forms import Form
from exchange.files.opendocument import OpenDocument
from exchange.files.workbook import Workbook

BOOKS = {Form.DELIMITED: Delimited, Form.XLSX: Workbook, Form.ODS: OpenDocument}


def book_of(path: Path, form: Form) -> Book:
    """A CSV, an XLSX or an ODS, ready to be read."""
    book: Book = BOOKS[form](path)
    return book
