"""What is shared: valid for others, read back by us, without formulas nor confidential places."""

import csv
import io
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from exchange.writers.cells import FORMULA
from exchange.writers.formats import FORMATS
from exchange.writers.shared import HEADINGS
from models.codes.offer import Family
from models.codes.services import CareType
from tests.exchange.reading import read
from tests.exchange.sharing import shared, written

CARE: dict[str, Any] = {
    "family": Family.SANTE,
    "kind": CareType.CSAPA,
    "title": "CSAPA",
    "is_remote": True,
}
# To the centimetre, anywhere: Kerguelen and Wallis are France too.
PLACES = st.tuples(
    st.integers(-1_800_000_000, 1_800_000_000), st.integers(-900_000_000, 900_000_000)
)


def table(content: bytes) -> list[dict[str, str]]:
    text = io.StringIO(content.decode("utf-8-sig"), newline="")
    return list(csv.DictReader(text, delimiter=";"))


def cells(name: str, content: bytes) -> list[list[Any]]:
    """The rows of a workbook, as a program that is not ours reads them."""
    if name == "xlsx":
        sheet = load_workbook(io.BytesIO(content))["Offres"]
        return [[cell.value for cell in row] for row in sheet.iter_rows()]
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    told: list[list[Any]] = book.get_sheet_by_name("Offres").to_python()
    return told


@settings(max_examples=15, deadline=None)
@given(PLACES)
def test_every_point_survives_every_format(tmp_path_factory, place):
    lon, lat = (side / 10_000_000 for side in place)
    offer = shared(where={"lon": lon, "lat": lat})
    there = (HEADINGS.index("Longitude"), HEADINGS.index("Latitude"))

    (feature,) = json.loads(written("geojson", offer))["features"]
    (row,) = table(written("csv", offer))
    points = {
        "geojson": tuple(feature["geometry"]["coordinates"]),
        "csv": (float(row["Longitude"]), float(row["Latitude"])),
    }
    for name in ("xlsx", "ods"):
        told = cells(name, written(name, offer))[1]
        points[name] = tuple(float(str(told[place])) for place in there)
    for name in ("data-inclusion", "hsds"):
        (back,), _ = read(tmp_path_factory.mktemp("points"), written(name, offer))
        points[name] = (back.partner.site.lon, back.partner.site.lat)

    assert points == dict.fromkeys(points, (lon, lat))


@pytest.mark.parametrize("name", ["csv", "xlsx", "ods", "data-inclusion", "hsds"])
def test_what_is_shared_is_read_back(tmp_path, name):
    rows, faults = read(tmp_path, written(name, shared(1), shared(2, **CARE)))

    offers = [offer for row in rows for offer in row.partner.offers]
    first = rows[0].partner
    assert not faults
    assert [offer.kind.value for offer in offers] == ["CHRS", "CSAPA"]
    assert [offer.is_remote for offer in offers] == [False, True]
    assert first.organization.siret == "77931148900040"
    assert (first.site.address, first.site.commune_code) == ("1 rue du Pont", "69123")
    assert first.site.hours == "Mo-We,Fr 09:00-12:00,14:00-17:00; Sa 09:00-12:00"
    assert offers[0].zone_eligibility == ("69", "france")
    assert offers[0].cost.value == "FREE"


@pytest.mark.parametrize("formula", ["=1+1", "+33", "-2", "@SUM(A1)", "\t=1"])
def test_no_cell_is_a_formula(formula):
    offer = shared(title=formula, description=formula)

    (row,) = table(written("csv", offer))
    told = [*row.values()]
    for name in ("xlsx", "ods"):
        told += [str(cell) for line in cells(name, written(name, offer)) for cell in line]

    assert not [text for text in told if text.startswith(FORMULA)]
    assert told.count(f"'{formula}") == 6


def test_characters_that_xml_cannot_say_are_left_out():
    offer = shared(title="Cham\x0bbres \ud800")

    for name in ("xlsx", "ods"):
        assert "Chambres " in cells(name, written(name, offer))[1]


@pytest.mark.parametrize("name", FORMATS)
def test_of_a_confidential_place_only_the_commune_is_shared(name):
    secret = {"is_confidential": True, "name": "Refuge du Pont"}

    content = written(name, shared(where=secret))
    if name in ("xlsx", "ods"):
        content = str(cells(name, content)).encode()
    said = content.decode()

    assert "Lyon" in said or "69123" in said
    hidden = ["rue du Pont", "Refuge", "69002", "4.8357", "45.7578", "72000001", "72 00 00 01"]
    assert not [word for word in hidden if word in said]
