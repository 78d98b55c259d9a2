"""Who is given which tile, what must never be in one, and how little asking again costs."""

import pytest

from models.codes.claims import ClaimState
from models.codes.organization import PointPrecision
from models.organization import SiteSecret
from tests.factories import (
    ClaimFactory,
    CoordinatorFactory,
    LotFactory,
    NationalReaderFactory,
    PartnerFactory,
    SiteFactory,
    TigPostFactory,
    point,
)

ADDRESS = "/reseau/tuiles/13/4207/2922.mvt"


@pytest.fixture
def browser(browse_as):
    return browse_as(CoordinatorFactory())


def over_capacity():
    lot = LotFactory(places=2)
    for _ in range(2):
        ClaimFactory(lot=lot, state=ClaimState.TAKEN)
    lot.places = lot.open = 1
    return lot


def test_over_capacity_is_told_to_the_spip_as_a_sign_and_nothing_of_casework_to_anybody(read):
    over_capacity()

    [feature] = read("offers", 13)

    assert feature["properties"]["sign"] == "over"
    assert not {"held", "placements", "places", "open"} & feature["properties"].keys()


@pytest.mark.parametrize("zoom", [6, 11, 12, 13, 14])
def test_the_national_reader_has_counts_alone_at_every_zoom(read, zoom):
    over_capacity()
    reader = NationalReaderFactory()

    assert read("offers", zoom, account=reader) == []
    [cluster] = read("clusters", zoom, account=reader)

    assert cluster["properties"].keys() <= {
        "id",
        "n",
        "free",
        "full",
        "unknown",
        "suspended",
        "family",
    }
    assert cluster["properties"]["full"] == 1


def test_a_partner_has_no_tile(browse_as):
    browser = browse_as(PartnerFactory())

    assert browser.open_address("GET", "/reseau/tuiles/5/16/11.mvt").status_code == 403


def test_the_true_place_of_a_confidential_site_is_in_no_tile(session, read):
    site = SiteFactory(is_confidential=True, precision=PointPrecision.HIDDEN)
    true = point(4.95, 45.80)
    session.add(
        SiteSecret(
            site_id=site.id, organization_id=site.organization_id, address="Secret", point=true
        )
    )
    LotFactory(offer=TigPostFactory(site=site))

    for zoom in (11, 14, 16):
        assert not read("offers", zoom, here=(4.95, 45.80))
        assert not read("clusters", zoom, here=(4.95, 45.80)) or zoom == 11
    [feature] = read("offers", 13)
    assert feature["properties"].keys() == {"id", "title", "family", "type", "sign", "free", "n"}


def test_a_tile_that_is_still_true_is_not_cut_again(refreshed, browser):
    LotFactory()
    refreshed()
    first = browser.open_address("GET", ADDRESS)
    kept = {"If-None-Match": first.headers["ETag"]}

    assert first.headers["Cache-Control"] == "private, max-age=60"
    again = browser.open_address("GET", ADDRESS, headers=kept)
    assert (first.status_code, again.status_code, again.data) == (200, 304, b"")

    LotFactory()
    refreshed()
    changed = browser.open_address("GET", ADDRESS, headers=kept)
    assert changed.status_code == 200
    assert changed.headers["ETag"] != first.headers["ETag"]


def test_the_same_tile_has_another_name_for_another_reader_or_question(refreshed, browse_as):
    refreshed()
    readers = [browse_as(CoordinatorFactory()), browse_as(NationalReaderFactory())]

    tags = {
        reader.open_address("GET", f"{ADDRESS}{query}").headers["ETag"]
        for reader in readers
        for query in ("", "?famille=TIG")
    }

    assert len(tags) == 4


def test_where_there_is_nothing_the_tile_is_empty(browser):
    answer = browser.open_address("GET", "/reseau/tuiles/9/0/0.mvt")

    assert (answer.status_code, answer.data) == (204, b"")


@pytest.mark.parametrize(
    "where", ["17/0/0", "40/1/1", "3/8/0", "3/0/8", "-1/0/0", "5/1.5/3", f"5/{'9' * 4000}/1"]
)
def test_outside_the_grid_there_is_no_tile(browser, where):
    assert browser.open_address("GET", f"/reseau/tuiles/{where}.mvt").status_code == 404


@pytest.mark.parametrize("query", ["famille=JARDIN", "etat=vide", "jours=8", "territoire=lune"])
def test_a_filter_that_does_not_exist_is_said_in_words(browser, query):
    answer = browser.open_address("GET", f"{ADDRESS}?{query}")

    assert (answer.status_code, answer.mimetype) == (422, "text/plain")
    assert answer.text.strip()


def test_a_thousand_filters_are_answered(browser):
    query = "&".join(["famille=TIG", "type=NUMERIQUE", "jours=MON"] * 350)

    assert browser.open_address("GET", f"{ADDRESS}?{query}").status_code in (200, 204, 422)
