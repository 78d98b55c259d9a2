"""The map and its table are twins: what one draws the other lists, and no point is made up."""

import datetime as dt
import re

import mapbox_vector_tile
import pytest

from models.base import now
from models.codes.claims import Sharing
from tests.factories import (
    CoordinatorFactory,
    HousingOfferFactory,
    LotFactory,
    SiteFactory,
    TigPostFactory,
    point,
)

PLACES = [(4.8795, 45.7665), (4.8795, 45.7665), (4.99, 45.70), (4.62, 45.90), (4.835, 45.758)]


def at(lon, lat):
    """A site there."""
    return SiteFactory(public_point=point(lon, lat))


@pytest.mark.parametrize("query", ["", "&famille=TIG", "&etat=full", "&pour=WOMEN&etat=last"])
def test_the_offers_of_the_tiles_are_the_rows_of_the_table(browse_as, refreshed, over, query):
    for lon, lat in PLACES:
        LotFactory(offer=TigPostFactory(site=at(lon, lat)), places=1)
        bed = HousingOfferFactory(site=at(lon, lat))
        until = now() + dt.timedelta(days=7)
        LotFactory(offer=bed, places=2, open=0, sharing=Sharing.SHARED, valid_until=until)
    LotFactory(offer=TigPostFactory(site=SiteFactory(public_point=None)))
    refreshed()
    browser = browse_as(CoordinatorFactory())

    drawn = set()
    for tile in {tuple(over(13, *place)[0].values()) for place in PLACES}:
        zoom, x, y = tile
        answer = browser.open_address("GET", f"/reseau/tuiles/{zoom}/{x}/{y}.mvt?{query[1:]}")
        layers = mapbox_vector_tile.decode(answer.data) if answer.data else {}
        found = layers.get("offers", {"features": []})["features"]
        drawn |= {feature["properties"]["id"] for feature in found}
    page = browser.open_address("GET", f"/reseau?territoire=departement-69{query}").text
    geojson = browser.open_address(
        "GET", f"/reseau/export.geojson?territoire=departement-69{query}"
    )

    listed = set(map(int, re.findall(r'rowheader"><a href="/offres/(\d+)"', page)))
    off_the_map = {one["id"] for one in geojson.json["features"] if one["geometry"] is None}
    assert drawn
    assert drawn == listed - off_the_map
