"""Files watched while they are parsed: nothing that a parser has to hold whole is without end.

An archive of some hundred kilobytes unpacks within the limit of its size into tens of millions of
tags, which a parser keeps until their row, or their table of texts, ends.
"""

import re
import zipfile
from typing import IO, Any, BinaryIO, Literal, Self, cast

from exchange.files.limits import (
    BOMB,
    MOST_LINE,
    MOST_TAGS,
    MOST_TAGS_OF_TEXTS,
    MOST_UNPACKED,
    MOST_WHOLE,
)
from exchange.rows import Refused

# XML that declares what it could repeat, whatever the part is called and however it is encoded.
DECLARES = tuple(
    mark.encode(encoding)
    for mark in ("<!DOCTYPE", "<!ENTITY")
    for encoding in ("ascii", "utf-16-le", "utf-16-be")
)
ROW = re.compile(rb"<(?:[\w.-]+:)?(?:table-)?row[\s/>]")
TABLE_OF_TEXTS = re.compile(rb"<(?:[\w.-]+:)?sst[\s>]")
# A quotation mark that no backslash precedes: a text of JSON begins or ends.
END_OF_TEXT = re.compile(rb'(?<!\\)"')
FORBIDDEN = "Ce classeur contient du XML interdit : il n'est pas ouvert."
ENDLESS = "Un objet de ce JSON est trop grand ou trop profond."


class Archive(zipfile.ZipFile):
    """An archive of XML, whose parts are watched."""

    def open(
        self,
        name: str | zipfile.ZipInfo,
        mode: Literal["r", "w"] = "r",
        pwd: bytes | None = None,
        *,
        force_zip64: bool = False,
    ) -> IO[bytes]:
        """A part, to be read only."""
        part = super().open(name, mode, pwd, force_zip64=force_zip64)
        return cast(IO[bytes], Part(part))


class Part:
    """XML given to a parser: Refused past a number of tags in a row, or of letters in a text."""

    def __init__(self, part: IO[bytes]) -> None:
        self.part = part
        self.before, self.letters, self.tags = b"", 0, 0
        self.most: int | None = None

    def read(self, size: int = -1) -> bytes:
        """So many bytes; all of them at once only of a small part."""
        chunk = self.part.read(size if size >= 0 else MOST_WHOLE + 1)
        if len(chunk) > MOST_WHOLE:
            raise Refused(BOMB)
        self._watch(chunk)
        return chunk

    def _watch(self, chunk: bytes) -> None:
        seen = self.before + chunk
        if any(mark in seen for mark in DECLARES):
            raise Refused(FORBIDDEN)
        if self.most is None:
            self.most = MOST_TAGS_OF_TEXTS if TABLE_OF_TEXTS.search(chunk) else MOST_TAGS
        tags = chunk.count(b"<")
        self.letters = 0 if tags else self.letters + len(chunk)
        self.tags = tags if self._begins_a_row(chunk) else self.tags + tags
        if self.letters > MOST_LINE or self.tags > self.most:
            raise Refused(BOMB)
        self.before = chunk[-20:]

    def _begins_a_row(self, chunk: bytes) -> bool:
        """A table of texts has no row."""
        return self.most == MOST_TAGS and ROW.search(chunk) is not None

    def close(self) -> None:
        """Read no further."""
        self.part.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: Any) -> None:
        self.close()


class Stream:
    """JSON given to a parser: Refused past a size once unpacked, or a text without end."""

    def __init__(self, file: BinaryIO) -> None:
        self.file = file
        self.size = self.letters = 0

    def read(self, size: int) -> bytes:
        """So many bytes."""
        chunk = self.file.read(size)
        self.size += len(chunk)
        self.letters = 0 if END_OF_TEXT.search(chunk) else self.letters + len(chunk)
        if self.size > MOST_UNPACKED:
            raise Refused(BOMB)
        if self.letters > MOST_LINE:
            raise Refused(ENDLESS)
        return chunk
