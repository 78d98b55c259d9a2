"""The five real lists that are read by hand: nearly every line goes in, nearly all with a point."""

from pathlib import Path
from typing import Any

import pytest

import exchange
from exchange.rows import Fault

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
FILES = {
    "finess_2021_partenaires.csv.gz": (14_673, 14_665),
    "insertion_2019.csv.gz": (9_588, 9_296),
    "justice_2019.csv.gz": (2_234, 2_227),
    "siae_2021_les_emplois.csv.gz": (3_853, 3_820),
    "spip_antennes_2020.csv": (201, 0),
}
pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the open data of ../shared is absent")


@pytest.mark.parametrize("name", FILES)
def test_a_real_list_goes_in_whole(name):
    with exchange.read(DATA / name) as reading:
        told: list[Any] = list(reading)

    rows = [one for one in told if not isinstance(one, Fault)]
    placed = [one for one in rows if one.partner.site.lon is not None]
    assert len(rows) == len(told)
    assert (len(rows), len(placed)) == FILES[name]
    assert len({one.external_id for one in rows}) == len(rows)
