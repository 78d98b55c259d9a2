"""In which encoding a text was written."""

import codecs
import zlib
from pathlib import Path

from exchange.files.forms import BROKEN_GZIP, open_binary
from exchange.files.limits import BOMB, MOST_UNPACKED
from exchange.rows import Refused

CHUNK = 1_048_576
SAMPLE = 262_144
MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
# What French spreadsheets, old and new, write when they do not write UTF-8; or UTF-8 all the same,
# cut in the middle of a letter or spoilt by a line pasted from elsewhere.
LIKELY = ("cp1252", "mac_roman", "cp850", "utf-8-sig")
OF_FRENCH = frozenset("àâäçéèêëîïôöùûüÿæœÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸÆŒ«»’“”–—…°€ñáíóú\xa0")
NOT_A_TEXT = "Ce fichier n'est pas un tableau : envoyez un CSV, un XLSX, un ODS ou un JSON."


def encoding_of(path: Path) -> str:
    """The name of the encoding, as Python knows it; the whole file is read once for it."""
    try:
        with open_binary(path) as file:
            head = file.read(SAMPLE)
        marked = next((name for mark, name in MARKS.items() if head.startswith(mark)), None)
        if marked != "utf-16" and b"\x00" in head:
            return _wide(head)
        unreadable = _unreadable(path)
    except (EOFError, OSError, zlib.error) as error:
        raise Refused(BROKEN_GZIP) from error
    if marked == "utf-16" or unreadable is None:
        return marked or "utf-8-sig"
    return _guessed(head + unreadable)


def _wide(head: bytes) -> str:
    """Two bytes a character without a mark, or no text at all."""
    zeros = (head[0::2].count(0), head[1::2].count(0))
    most, least = max(zeros), min(zeros)
    if most * 3 < len(head) or least * 10 > most:
        raise Refused(NOT_A_TEXT)
    return "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le"


def _unreadable(path: Path) -> bytes | None:
    """What is around the first letter that is not UTF-8; refuses what unpacks to excess."""
    decoder, read = codecs.getincrementaldecoder("utf-8")(), 0
    wrong, last = None, b""
    with open_binary(path) as file:
        while chunk := file.read(CHUNK):
            read, last = read + len(chunk), chunk
            if read > MOST_UNPACKED:
                raise Refused(BOMB)
            wrong = wrong or _around_the_wrong(decoder, chunk)
    is_cut = wrong is None and _around_the_wrong(decoder, b"", final=True) is not None
    return last[-SAMPLE:] if is_cut else wrong


def _around_the_wrong(
    decoder: codecs.IncrementalDecoder, chunk: bytes, *, final: bool = False
) -> bytes | None:
    try:
        decoder.decode(chunk, final)
    except UnicodeDecodeError as error:
        start = max(error.start - SAMPLE // 2, 0)
        return error.object[start : start + SAMPLE]
    return None


def _guessed(sample: bytes) -> str:
    """Binary when control characters abound; else the likeliest of French encodings."""
    controls = sum(sample.count(byte) for byte in (*range(1, 9), *range(14, 27)))
    if controls * 100 > len(sample):
        raise Refused(NOT_A_TEXT)
    return max(LIKELY, key=lambda name: _french(sample, name))


def _french(sample: bytes, encoding: str) -> int:
    """How many accented letters make sense, less the signs that do not; equal, the first is right.

    Libraries that guess want more text than the few accents of a short list.
    """
    text = sample.decode(encoding, "replace")
    strange = sum(ord(letter) > 127 for letter in text)
    return 2 * sum(letter in OF_FRENCH for letter in text) - strange
