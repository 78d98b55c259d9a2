"""Workbooks are archives: their true sizes are counted before anything in them is read."""

import zipfile
import zlib
from pathlib import Path

from exchange.files.limits import BOMB, MOST_UNPACKED, MOST_WHOLE
from exchange.rows import Refused

ZIP = b"PK\x03\x04"
MOST_MEMBERS = 5_000
CHUNK = 262_144
BROKEN = "Ce classeur est abîmé ou incomplet : ouvrez-le et enregistrez-le de nouveau."


def is_zip(head: bytes) -> bool:
    """Whether these are the first bytes of an archive."""
    return head.startswith(ZIP)


def kind_of_archive(path: Path) -> str:
    """« xlsx » or « ods », once the archive has been found whole and of a reasonable size."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            kind = "xlsx" if "xl/workbook.xml" in names else "ods"
            if kind == "ods" and "content.xml" not in names:
                raise Refused(
                    "Ce fichier est une archive ZIP, pas un tableau : envoyez ce qu'elle contient."
                )
            _unpack_for_nothing(archive)
            _refuse_password(archive)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError) as error:
        raise Refused(BROKEN) from error
    return kind


def _unpack_for_nothing(archive: zipfile.ZipFile) -> None:
    """Count the bytes that really come out: what an archive says of itself may be a lie."""
    members = archive.infolist()
    declared = sum(member.file_size for member in members)
    if len(members) > MOST_MEMBERS or declared > MOST_UNPACKED:
        raise Refused(BOMB)
    for member in members:
        if member.flag_bits & 1:
            raise Refused("Cette archive est protégée par un mot de passe : enregistrez-la sans.")
        _read_through(archive, member)


def _read_through(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
    """The checksum is verified on the way."""
    with archive.open(member) as file:
        while file.read(CHUNK):
            pass


def _refuse_password(archive: zipfile.ZipFile) -> None:
    """An OpenDocument under a password says so in its manifest."""
    try:
        with archive.open("META-INF/manifest.xml") as file:
            manifest = file.read(MOST_WHOLE)
    except KeyError:
        return
    if b"encryption-data" in manifest:
        raise Refused("Ce classeur est protégé par un mot de passe : enregistrez-le sans.")
