"""The file of lines to correct, whatever the format, holds them as they were sent."""

import io
import json

import pytest
from openpyxl import Workbook

from tests.exchange.reading import opened, read
from tests.imports.conftest import FOYER
from tests.imports.sending import last_run, send

STRUCTURE = {"source": "x", "date_maj": "2026-01-05", "code_insee": "69266"}
SERVICE = {"source": "x", "date_maj": "2026-01-05", "description": "Accueil de jour"}
STRUCTURES = [
    STRUCTURE | {"id": "x--1", "nom": "Foyer un", "siret": "12"},
    STRUCTURE | {"id": "x--2", "nom": "Foyer deux", "code_insee": "69999"},
]
SERVICES = [
    SERVICE | {"id": "x--a", "structure_id": "x--1", "nom": "Accueil", "frais": "gratuite"},
    SERVICE | {"id": "x--b", "structure_id": "x--2", "nom": "Douches"},
    SERVICE | {"id": "x--c", "structure_id": "x--2", "nom": "Repas"},
]


def a_workbook():
    book = Workbook(write_only=True)
    for title, told in (("structures", STRUCTURES), ("services", SERVICES)):
        names = list(dict.fromkeys(name for one in told for name in one))
        sheet = book.create_sheet(title)
        sheet.append(names)
        for one in told:
            sheet.append([one.get(name, "") for name in names])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def sent_back(browser, session, work, content, extension):
    """What the coordinator takes away of it."""
    send(browser, content=content)
    work()
    run = last_run(session)
    answer = browser.open("GET", "imports.corrections", run_id=run.id, extension=extension)
    assert answer.status_code == 200
    return answer.text


@pytest.mark.parametrize(
    "content",
    [json.dumps({"structures": STRUCTURES, "services": SERVICES}).encode(), a_workbook()],
    ids=["json", "workbook"],
)
def test_structures_and_services_come_back_together(coordinator, session, work, tmp_path, content):
    back = sent_back(coordinator, session, work, content, "csv")
    assert "69999" in back

    right = back.replace(";12;", ";;").replace("69999", "69266").replace("gratuite", "gratuit")
    with opened(tmp_path, right) as reading:
        assert reading.notes == ()
    rows, faults = read(tmp_path, right)

    assert not faults
    assert [(row.external_id, len(row.partner.offers)) for row in rows] == [
        ("x--1", 1),
        ("x--2", 2),
    ]


def test_objects_of_hsds_come_back_as_objects(coordinator, session, work, tmp_path):
    service = {"id": "s1", "name": "Accueil de jour", "status": "ouvert"}
    other = {"id": "s2", "name": "Douches publiques", "status": "active"}
    told = [{"id": "o1", "name": "Fo", "description": "d", "services": [service, other]}]

    back = sent_back(coordinator, session, work, json.dumps(told).encode(), "json")
    assert "Écrivez le nom en entier" in back
    assert "Lignes à corriger (JSON)" in coordinator.get(
        "imports.show", run_id=last_run(session).id
    )

    right = back.replace('"Fo"', '"Foyer"').replace("ouvert", "active")
    (row,), _ = read(tmp_path, right)
    assert [offer.title for offer in row.partner.offers] == ["Accueil de jour", "Douches publiques"]


def test_columns_said_by_somebody_are_still_known_when_the_lines_come_back(
    coordinator, session, work
):
    lines = "Nom;Lieu;CP;Bidule\nFoyer un;Bron;69500;CHRSS\nFoyer deux;Bron;69500;CSAPAA\n"
    send(coordinator, content=lines.encode())
    work()
    fields = ("name", "city", "postal_code", "kind")
    columns = {f"column-{at}": field for at, field in enumerate(fields)}
    coordinator.post("imports.update_columns", columns, run_id=last_run(session).id)
    work()
    link = {"run_id": last_run(session).id, "extension": "csv"}
    back = coordinator.open("GET", "imports.corrections", **link).text

    right = back.replace("CHRSS", "CHRS").replace("CSAPAA", "CSAPA")
    send(coordinator, content=right.encode())
    work()

    run = last_run(session)
    assert {one["heading"]: one["field"] for one in run.columns} == dict(
        zip(("Nom", "Lieu", "CP", "Bidule"), fields, strict=True)
    )
    assert run.counted["CREATE"] == 2
    assert "CSAPA (addictions)" in coordinator.get("imports.show", run_id=run.id)


def test_pressing_twice_does_it_once(coordinator, session, work):
    send(coordinator, FOYER)
    work()
    link = {"run_id": last_run(session).id}
    twice = [coordinator.post("imports.apply", {"doubts": "LEAVE"}, **link) for _ in range(2)]
    work()
    twice += [coordinator.post("imports.undo", **link) for _ in range(2)]
    work()

    assert {answer.status_code for answer in twice} == {302}
    assert "1 ligne reprise" in coordinator.get("imports.show", **link)
