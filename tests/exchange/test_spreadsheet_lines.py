"""Lines of a spreadsheet that are wrong, that repeat each other, or that carry code."""

import pytest

from tests.exchange.reading import read


def test_a_line_that_says_nowhere_is_refused(tmp_path):
    _, (fault,) = read(tmp_path, "Nom;Ville\nFoyer;\n")

    assert (fault.field, fault.reason[:15]) == ("Ville", "Dites où c'est ")


def test_scripts_and_formulas_are_text(tmp_path):
    script = "<script>alert(1)</script>"

    (row,), _ = read(tmp_path, f"Nom;Ville;Description\n=cmd|' /C calc'!A0;Lyon;{script}\n")

    assert row.partner.organization.name == "=cmd|' /C calc'!A0"
    assert row.partner.organization.description == script


def test_lines_of_one_partner_bring_it_once_and_all_its_offers(tmp_path):
    table = "Nom;Ville;Type\nFoyer;Lyon;chrs\nAutre;Lyon;\nFoyer;Lyon;csapa\nFoyer;Lyon;chrs\n"

    (first, _, second), (fault,) = read(tmp_path, table)

    assert first.external_id == second.external_id
    assert second.partner.organization is None
    assert [offer.kind.value for offer in second.partner.offers] == ["CSAPA"]
    assert (fault.line, "déjà à la ligne 2" in fault.reason) == (5, True)


def test_the_same_line_has_the_same_identifier_in_another_file(tmp_path):
    (first,), _ = read(tmp_path, "Nom;Ville\nFoyer des Quais;Lyon\n")
    (second,), _ = read(tmp_path, "Commune\tStructure\nLYON\tFOYER DES QUAIS\n")

    assert first.external_id == second.external_id


@pytest.mark.parametrize("error", ["#N/A", "#REF!", "#VALEUR!", "#NOM?", "####", "Err:508"])
def test_the_error_of_a_formula_is_no_value(tmp_path, error):
    rows, faults = read(tmp_path, f"Nom;Ville;Adresse\n{error};Lyon;{error}\n")

    assert not rows
    assert [fault.field for fault in faults] == ["Nom", "Adresse"]
    assert {fault.value for fault in faults} == {error}


def test_a_site_that_is_on_the_web_is_no_place(tmp_path):
    (row,), _ = read(tmp_path, "Nom;Ville;Site\nFoyer des Quais;Lyon;www.exemple.fr\n")

    assert row.partner.organization.website == "https://www.exemple.fr"
    assert row.partner.site.name == "Foyer des Quais"
