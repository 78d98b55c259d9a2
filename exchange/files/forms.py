"""What a file is, told by its first bytes and never by its name."""

import gzip
import zlib
from enum import Enum, auto
from pathlib import Path
from typing import BinaryIO, cast

from exchange.files.limits import weighed
from exchange.files.zipped import is_zip, kind_of_archive
from exchange.rows import Refused

GZIP, OLE = b"\x1f\x8b", b"\xd0\xcf\x11\xe0"
HEAD = 65_536
ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
BROKEN_GZIP = "Ce fichier compressé (.gz) est abîmé ou incomplet."
PICTURES_AND_SUCH = {
    b"%PDF": "Ce fichier est un PDF : enregistrez le tableau en XLSX, ODS ou CSV.",
    b"\x89PNG": "Ce fichier est une image.",
    b"\xff\xd8\xff": "Ce fichier est une image.",
    b"PAR1": "Ce fichier est au format Parquet, qui n'est pas lu : exportez-le en CSV.",
    b"7z\xbc\xaf": "Ce fichier est une archive 7z : envoyez le tableau qu'elle contient.",
    b"Rar!": "Ce fichier est une archive RAR : envoyez le tableau qu'elle contient.",
    b"{\\rtf": "Ce fichier est un texte (RTF) : enregistrez le tableau en XLSX, ODS ou CSV.",
}
# What many sites call an « export Excel ».
MARKUP = (
    "Ce fichier est une page web ou du XML, malgré son nom : "
    "ouvrez-le dans un tableur et enregistrez-le en XLSX, ODS ou CSV."
)
BLANK = b"\xef\xbb\xbf \t\r\n"


class Form(Enum):
    """How the file is made."""

    DELIMITED = auto()
    XLSX = auto()
    ODS = auto()
    JSON = auto()


def open_binary(path: Path) -> BinaryIO:
    """The bytes of a file, unpacked when it is a gzip."""
    with path.open("rb") as file:
        packed = file.read(2) == GZIP
    return cast(BinaryIO, gzip.open(path, "rb")) if packed else path.open("rb")


def form_of(path: Path) -> Form:
    """The form of a file, or Refused when it is none we read."""
    weighed(path.stat().st_size)
    head = first_bytes(path)
    if not head.strip(b"\xef\xbb\xbf\x00\xff\xfe \t\r\n"):
        raise Refused("Ce fichier est vide.")
    if is_zip(head):
        return Form.XLSX if kind_of_archive(path) == "xlsx" else Form.ODS
    if head.startswith(OLE):
        _refuse_ole(path)
    _refuse_what_is_no_table(head)
    return Form.JSON if head.lstrip(BLANK)[:1] in (b"{", b"[") else Form.DELIMITED


def _refuse_what_is_no_table(head: bytes) -> None:
    """By its first bytes: a picture, an archive, a page."""
    for magic, reason in PICTURES_AND_SUCH.items():
        if head.startswith(magic):
            raise Refused(reason)
    if head.lstrip(BLANK).startswith(b"<"):
        raise Refused(MARKUP)


def first_bytes(path: Path) -> bytes:
    """The beginning of the file, unpacked."""
    try:
        with open_binary(path) as file:
            return file.read(HEAD)
    except (EOFError, OSError, zlib.error) as error:
        raise Refused(BROKEN_GZIP) from error


def _refuse_ole(path: Path) -> None:
    """Old binary workbooks, and new ones under a password, are in the same wrapping."""
    with path.open("rb") as file:
        head = file.read(4 * 1024 * 1024)
    if ENCRYPTED_PACKAGE in head:
        raise Refused("Ce classeur est protégé par un mot de passe : enregistrez-le sans.")
    raise Refused("Ce classeur est à l'ancien format (.xls) : enregistrez-le en .xlsx ou en .ods.")
