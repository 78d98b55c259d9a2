"""Files that are broken, empty, locked, immense or mean harm: a sentence, and nothing read."""

import gzip
import io
import zipfile

import pytest

import exchange
from exchange.rows import Refused
from tests.exchange.reading import read, workbook


def archive(**members: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, content in members.items():
            zipped.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return file.getvalue()


BOMB = archive(**{"xl__workbook_xml": b"<a/>", "xl__sheet_xml": b"0" * 700_000_000})
LOCKED_ODS = archive(**{"content_xml": b"x", "META-INF__manifest_xml": b"<encryption-data/>"})
LOCKED_XLSX = b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le")
WIDE = ";".join(f"colonne {number}" for number in range(10_000))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "est vide"),
        (b" \r\n \n", "est vide"),
        (b"\x00\x01\x02\x03" * 900, "n'est pas un tableau"),
        (b"%PDF-1.7", "est un PDF"),
        (b"PK\x03\x04garbage", "abîmé ou incomplet"),
        (workbook(["Nom"], ["Foyer"])[:-200], "abîmé ou incomplet"),
        (archive(a=b"b"), "archive ZIP"),
        (gzip.compress(b"Nom;Ville\nFoyer;Lyon\n" * 99)[:-20], "abîmé ou incomplet"),
        (BOMB, "se déplie à l'excès"),
        (LOCKED_ODS, "mot de passe"),
        (LOCKED_XLSX, "mot de passe"),
        (b"\xd0\xcf\x11\xe0" + b"Workbook", "ancien format"),
        (f"Nom;Ville\n{'a' * 1_100_000}", "n'a pas de fin"),
        (f"{WIDE}\nFoyer\n", "plus de 300 colonnes"),
        ('Nom;Ville\n"Foyer;Lyon\n' + "x;y\n" * 300, "jamais refermé"),
        ('{"features":[]}', "ne contient pas de liste"),
        ('[{"nom":"x"', "JSON est abîmé"),
        (b'[{"nom":"\xe9"}]', "JSON est abîmé"),
        ("<html><table><tr><td>Nom</td></tr></table></html>", "page web"),
        (b"{\\rtf1 Nom}", "RTF"),
    ],
    ids=range(20),
)
def test_what_cannot_be_read_is_refused_with_its_reason(tmp_path, content, reason):
    with pytest.raises(Refused, match=reason):
        read(tmp_path, content)


def test_a_file_too_heavy_is_not_even_opened(tmp_path):
    path = tmp_path / "envoi"
    with path.open("wb") as file:
        file.truncate(2_000_000_000)

    with pytest.raises(Refused, match="pèse 2000 Mo"):
        exchange.read(path)
