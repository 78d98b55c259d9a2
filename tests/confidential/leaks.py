"""What somebody could read in an answer, whatever its format, and the secrets that are in it."""

import gzip
import io
import re
import zipfile

import mapbox_vector_tile
from pypdf import PdfReader
from werkzeug.test import TestResponse

from tests.confidential.conftest import (
    CONTACT,
    CONTACT_EMAIL,
    CONTACT_PHONE,
    EMAIL,
    PHONE,
    POINT,
    STOP,
)

WORDS = ("zinzolin", *STOP.lower().split()[1:])
BESIDE = (CONTACT.split()[1].lower(), CONTACT_EMAIL.split("@")[1])
# About a hundred metres: no rounding finer than this may be read, in any notation.
DECIMALS = 3


def readable(answer: TestResponse) -> str:
    """All the text of an answer: pages, JSON, tables, workbooks, documents, tiles, headers."""
    data = answer.data
    if data[:2] == b"\x1f\x8b":
        data = gzip.decompress(data)
    return f"{answer.headers}\n{text(data, answer.mimetype)}"


def text(data: bytes, kind: str | None) -> str:
    """The text of a file of this kind."""
    if data[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            return "\n".join(
                parts.read(name).decode("utf-8", "replace") for name in parts.namelist()
            )
    if data[:5] == b"%PDF-":
        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    if kind == "application/vnd.mapbox-vector-tile" and data:
        return str(mapbox_vector_tile.decode(data))
    return data.decode("utf-8", "replace")


def secrets_in(said: str, *, with_contacts: bool = True) -> list[str]:
    """What of the planted secrets can be read there."""
    plain = said.lower()
    digits = re.sub(r"(?<=\d)(?:[ .\u00a0\u202f-]|&nbsp;|%20)(?=\d)", "", plain)
    numbers = [PHONE, CONTACT_PHONE] if with_contacts else [PHONE]
    found = [word for word in WORDS + (BESIDE if with_contacts else ()) if word in plain]
    found += [number for number in numbers if number[3:] in digits]
    found += [EMAIL] if EMAIL.split("@")[1] in plain else []
    return found + [str(one) for one in POINT if close(one) in plain]


def close(degrees: float) -> str:
    """The beginning of a coordinate, as any rounding writes it."""
    return str(int(degrees * 10**DECIMALS) / 10**DECIMALS)
