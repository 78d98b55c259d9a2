"""What of a file is not read is told before anything goes in."""

import io

from openpyxl import Workbook

from tests.imports.sending import last_run, send

NAMES = ["source", "id", "nom", "date_maj", "code_insee", "capacite"]


def a_book(hidden=(), **sheets):
    book = Workbook(write_only=True)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        sheet.sheet_state = "hidden" if title in hidden else "visible"
        for row in rows:
            sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def test_a_sheet_left_aside_is_told(coordinator, session, work):
    rows = [["Nom", "Commune"], ["Foyer", "Villeurbanne"]]
    send(coordinator, content=a_book(Rhône=rows, Archives=[["Nom"], ["Vieux"]]))
    work()

    page = coordinator.get("imports.show", run_id=last_run(session).id)
    assert "La feuille « Archives » n'est pas lue" in page
    assert "1 ligne à créer" in page


def test_a_hidden_sheet_is_told(coordinator, session, work):
    rows = [["Nom", "Commune"], ["Foyer", "Villeurbanne"]]
    send(coordinator, content=a_book(Rhône=rows, Brouillon=rows, hidden=["Brouillon"]))
    work()

    page = coordinator.get("imports.show", run_id=last_run(session).id)
    assert "La feuille masquée « Brouillon » n'est pas lue." in page
    assert "1 ligne à créer" in page


def test_a_column_that_the_format_has_not_is_told(coordinator, session, work):
    told = ["x", "x--1", "Foyer un", "2026-01-05", "69266", "12"]
    send(coordinator, content=a_book(structures=[NAMES, told]))
    work()

    page = coordinator.get("imports.show", run_id=last_run(session).id)
    assert "« capacite » n'existe pas dans data·inclusion v1" in page
