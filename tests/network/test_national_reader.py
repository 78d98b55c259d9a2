"""The national reader is told of counts, in no way of one offer (design §7)."""

import pytest

from tests.factories import (
    CoordinatorFactory,
    LotFactory,
    NationalReaderFactory,
    SiteFactory,
    TigPostFactory,
    point,
)
from tests.factories.network import OfferStateFactory
from tests.network.conftest import VILLEURBANNE

HERE = {"territoire": "departement-69"}


def test_no_rectangle_tells_what_one_offer_has(browse_as):
    OfferStateFactory()
    OfferStateFactory(lon=4.83, lat=45.75)
    asked = HERE | {"zone": "4.82,45.74,4.84,45.76"}

    assert "1 offre" in browse_as(CoordinatorFactory()).get("network.index", **asked)
    assert "2 offres" in browse_as(NationalReaderFactory()).get("network.index", **asked)


@pytest.mark.parametrize("zoom", [5, 9, 11])
def test_a_count_does_not_tell_where_few_offers_are(read, zoom):
    reader = NationalReaderFactory()
    for number in range(1, 6):
        LotFactory(offer=TigPostFactory(site=SiteFactory(public_point=point(*VILLEURBANNE))))
        [told] = read("clusters", zoom, account=reader)
        [true] = read("clusters", zoom)

        assert (told["geometry"] == true["geometry"]) is (number == 5)
        assert told["properties"] == true["properties"]
