"""The table as files: what they hold, what they never hold, and who took them away."""

import csv
import io
import json

import pytest
import sqlalchemy as sa
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from app.network import exports
from exchange.writers.cells import FORMULA
from models.audit import AuditEntry
from models.base import today
from models.codes.network import Sign
from tests.factories import (
    CoordinatorFactory,
    NationalReaderFactory,
    OrganizationFactory,
    SiteFactory,
    TigPostFactory,
)
from tests.factories.network import OfferStateFactory

HERE = {"territoire": "departement-69"}
FORMULAS = ["=1+1", "+33", "-2", "@SUM(A1)", "\t=1"]


@pytest.fixture
def coordinator(browse_as):
    return browse_as(CoordinatorFactory())


def taken(browser, extension: str, **asked):
    """The file, as the browser receives it."""
    answer = browser.open("GET", "network.export", extension=extension, **(HERE | asked))
    assert answer.status_code == 200
    return answer


def lines(answer) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    text = answer.data.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def test_a_csv_file_opens_in_a_french_spreadsheet(coordinator):
    OfferStateFactory(offer=TigPostFactory(title="Élagage"), sign=Sign.LAST, free=1)

    answer = taken(coordinator, "csv")

    assert answer.data.startswith(b"\xef\xbb\xbfNum\xc3\xa9ro;Offre;")
    assert f"filename=reseau-rhone-{today()}.csv" in answer.headers["Content-Disposition"]
    (row,) = lines(answer)
    assert (row["Offre"], row["Disponibilité"], row["Places libres"]) == (
        "Élagage",
        "Dernière place",
        "1",
    )


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_cell_is_a_formula(coordinator, formula):
    OfferStateFactory(offer=TigPostFactory(title=formula))
    owner = OrganizationFactory(legal_name=formula)
    OfferStateFactory(offer=TigPostFactory(site=SiteFactory(organization=owner)))

    sheet = load_workbook(io.BytesIO(taken(coordinator, "xlsx").data))["Réseau"]
    cells = [cell for row in sheet.iter_rows(min_row=2) for cell in row]

    told = [text for row in lines(taken(coordinator, "csv")) for text in row.values()]
    assert not [text for text in told if text.startswith(FORMULA)]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert f"'{formula}" in told


def test_geojson_puts_longitude_first_and_keeps_what_is_not_on_the_map(coordinator):
    OfferStateFactory()
    OfferStateFactory(offer=TigPostFactory(site=SiteFactory(public_point=None)))

    told = json.loads(taken(coordinator, "geojson").data)

    places = {json.dumps(one["geometry"]) for one in told["features"]}
    assert places == {'{"type": "Point", "coordinates": [4.8795, 45.7665]}', "null"}


@pytest.mark.parametrize("extension", ["csv", "xlsx", "ods", "geojson"])
def test_a_file_holds_the_rows_of_the_table_and_nothing_held(coordinator, extension):
    wanted = OfferStateFactory(sign=Sign.FULL, free=0, held=13_131, placements=17_171)
    OfferStateFactory(sign=Sign.FREE)

    data = taken(coordinator, extension, etat="full").data
    if extension == "xlsx":
        rows = load_workbook(io.BytesIO(data))["Réseau"].iter_rows(values_only=True)
        data = json.dumps(list(rows), default=str).encode()
    if extension == "ods":
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        data = json.dumps(book.get_sheet_by_name("Réseau").to_python(), default=str).encode()

    assert wanted.title in data.decode()
    assert not [number for number in (b"13131", b"17171") if number in data]
    assert b'Places libres", 2' not in data


def test_who_took_what_is_kept(coordinator, database):
    OfferStateFactory()

    taken(coordinator, "csv", pour="WOMEN")

    with database.superuser.connect() as another:
        last = sa.select(AuditEntry.reason).order_by(AuditEntry.recorded_at.desc()).limit(1)
        reason = another.scalar(last)
    assert reason == "Export csv du réseau, 1\u00a0offre : Rhône ; Pour : Femmes"


def test_more_than_a_workbook_holds_leads_to_the_csv_file(coordinator, monkeypatch):
    OfferStateFactory.create_batch(3)
    small = exports.MOST_IN_WORKBOOK
    monkeypatch.setattr("app.network.routes.export.MOST", {"xlsx": 2})

    page = coordinator.get("network.export", status=422, extension="xlsx", **HERE)

    assert "trop long pour un classeur" in page
    assert small == 20_000
    assert len(lines(taken(coordinator, "csv"))) == 3


def test_a_reader_of_counts_takes_no_offer_away(browse_as):
    browse_as(NationalReaderFactory()).get("network.export", status=403, extension="csv")


def test_a_file_of_another_kind_does_not_exist(coordinator):
    assert coordinator.open_address("GET", "/reseau/export.pdf").status_code == 404
