"""Files opened with care: encodings, separators, workbooks, and those that mean harm."""

import gzip
import io

import pytest
from openpyxl import Workbook

from exchange.writers import tables
from tests.exchange.reading import opened, read, workbook

TABLE = "Nom;Ville;Description\nFoyer de l'Évêché;Évry;«\xa0Accueil à Noël\xa0»\n"
CELLS = [["Nom", "Ville", "SIRET"], ["Foyer de l'Évêché", "Évry", "77931148900040"]]


def names(rows) -> list[str]:
    return [row.partner.organization.name for row in rows]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "mac_roman"]
)
def test_any_encoding(tmp_path, encoding):
    (row,), _ = read(tmp_path, TABLE.encode(encoding))

    assert row.partner.organization.name == "Foyer de l'Évêché"
    assert row.partner.site.city == "Évry"


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_separator_and_end_of_line(tmp_path, separator, end):
    rows = [["Nom", "Ville"], ['"Foyer\ndu Pont"', "Lyon"], ["Autre", "Lyon"]]

    read_rows, _ = read(tmp_path, end.join(separator.join(row) for row in rows))

    assert names(read_rows) == ["Foyer du Pont", "Autre"]


@pytest.mark.parametrize(
    "content",
    [
        workbook(*CELLS),
        b"".join(tables.as_ods("Liste", CELLS[0], CELLS[1:])),
        gzip.compress("\n".join(";".join(row) for row in CELLS).encode()),
    ],
    ids=["xlsx", "ods", "gzip"],
)
def test_workbooks_and_packed_files_are_read_whatever_their_name(tmp_path, content):
    (row,), _ = read(tmp_path, content)

    assert row.partner.organization.name == "Foyer de l'Évêché"
    assert row.partner.organization.siret == "77931148900040"


def test_numbers_that_a_workbook_made_of_codes_are_codes_again(tmp_path):
    content = workbook(
        ["Nom", "Code postal", "SIRET", "Tél"], ["Foyer", 1000, 77931148900040, 472000000]
    )

    (row,), faults = read(tmp_path, content)

    assert not faults
    assert row.partner.site.postal_code == "01000"
    assert row.partner.organization.siret == "77931148900040"
    assert row.partner.organization.phone == "+33472000000"


def test_a_formula_of_a_workbook_is_never_its_value(tmp_path):
    rows, (fault,) = read(
        tmp_path, workbook(["Nom", "Ville"], ['=HYPERLINK("http://x","y")', "Lyon"])
    )

    assert not rows
    assert fault.reason == "Le nom de la structure manque."


def test_formulas_that_nobody_computed_are_told(tmp_path):
    with opened(tmp_path, workbook(["Nom", "Ville"], ["Foyer", '=UPPER("lyon")'])) as reading:
        assert "formules jamais calculées" in reading.notes[0]
    with opened(tmp_path, workbook(["Nom", "Ville"], ["Foyer", "Lyon"])) as reading:
        assert reading.notes == ()


def test_a_line_cut_midway_is_refused_and_the_others_go_in(tmp_path):
    rows, (fault,) = read(tmp_path, "Nom;Ville;Tél\nFoyer;Lyon;0472000000\nAut")

    assert names(rows) == ["Foyer"]
    assert "tronqué" in fault.reason


def test_an_illegible_letter_refuses_its_line(tmp_path):
    _, (fault,) = read(tmp_path, "Nom;Ville\nFoyer\ufffd;Lyon\n")

    assert "enregistrez le fichier en UTF-8" in fault.reason


def test_the_sheet_that_says_most_is_read_and_the_others_are_told(tmp_path):
    book = Workbook(write_only=True)
    book.create_sheet("Lisez-moi", 0).append(["Mode d'emploi"])
    sheet = book.create_sheet("Liste", 1)
    for row in CELLS:
        sheet.append(row)
    file = io.BytesIO()
    book.save(file)

    with opened(tmp_path, file.getvalue()) as reading:
        assert names(reading) == ["Foyer de l'Évêché"]
        assert reading.notes == ("La feuille « Lisez-moi » n'est pas lue : seule l'est « Liste ».",)


@pytest.mark.parametrize("spoilt", [b"Foyer d'\xe9t\xe9;Lyon\n", "Foyer d'été".encode()[:-1]])
def test_utf8_cut_or_spoilt_by_one_line_stays_utf8(tmp_path, spoilt):
    """Read as another encoding, every accent of the other lines would be two signs."""
    rows, faults = read(tmp_path, "Nom;Ville\nAbri étoilé;Bron\n".encode() + spoilt)

    assert [row.partner.organization.name for row in rows] == ["Abri étoilé"]
    assert {fault.line for fault in faults} == {3}
