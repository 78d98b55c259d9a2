"""The tiles of the network: counts from afar, offers from near, and nothing that must not leave."""

import math

import pytest

from models.codes.offer import Publication, Weekday
from tests.factories import (
    HousingOfferFactory,
    LotFactory,
    SiteFactory,
    TigPostFactory,
    point,
)


@pytest.mark.parametrize("query", ["", "pmr=y"])
@pytest.mark.parametrize("zoom", [0, 5, 8, 11])
def test_from_afar_the_offers_of_a_square_are_one_count(read, zoom, query):
    LotFactory(places=2)
    LotFactory(places=1)
    LotFactory(offer=TigPostFactory(verified_at=None))
    LotFactory(offer=HousingOfferFactory(publication=Publication.SUSPENDED))

    [cluster] = read("clusters", zoom, query)

    told = cluster["properties"]
    names = ("n", "free", "full", "unknown", "suspended")
    assert [told[name] for name in names] == [4, 2, 0, 1, 1]
    assert "family" not in told


@pytest.mark.parametrize("zoom", [3, 9, 11, 12, 16])
def test_what_is_drawn_is_where_it_is_longitude_first(read, over, zoom):
    LotFactory()
    layer = "offers" if zoom > 11 else "clusters"

    [feature] = read(layer, zoom)

    x, y = feature["geometry"]["coordinates"]
    assert (x / 4096, y / 4096) == pytest.approx(over(zoom)[1], abs=0.001)


def test_from_near_each_offer_says_its_name_its_kind_and_its_sign(read):
    offer = LotFactory(places=2).offer

    [feature] = read("offers", 13)

    assert feature["id"] == offer.id
    assert feature["properties"] == {
        "id": offer.id,
        "title": offer.title,
        "family": "TIG",
        "type": "Espaces verts",
        "sign": "free",
        "free": 2,
        "n": 1,
    }


def test_offers_of_one_spot_stand_apart(read):
    site = SiteFactory()
    for _ in range(5):
        LotFactory(offer=TigPostFactory(site=site))

    found = read("offers", 14)

    places = {tuple(one["geometry"]["coordinates"]) for one in found}
    gaps = [math.dist(one, two) for one in places for two in places if one != two]
    assert {one["properties"]["n"] for one in found} == {5}
    assert (len(places), min(gaps) > 80) == (5, True)


def test_an_offer_on_the_edge_of_two_tiles_is_in_one_of_them(read):
    LotFactory(offer=TigPostFactory(site=SiteFactory(public_point=point(0, 48.0))))
    around = [(-0.01, 48.0), (0.01, 48.0)]

    assert sum(len(read("offers", 12, here=here)) for here in around) == 1
    assert sum(len(read("clusters", 8, here=here)) for here in around) == 1


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("famille=TIG", 1),
        ("famille=LOGEMENT", 0),
        ("famille=TIG&famille=LOGEMENT", 1),
        ("famille=TIG&type=ESPACES_VERTS", 1),
        ("famille=TIG&type=NUMERIQUE", 0),
        ("jours=SAT", 1),
        ("jours=SUN", 0),
        ("etat=last", 1),
        ("etat=free", 0),
        ("fraicheur=fresh", 1),
        ("habilitation=NOT_NEEDED", 1),
        ("habilitation=MISSING", 0),
        ("mineur=y", 0),
        ("territoire=departement-01", 1),
    ],
)
@pytest.mark.parametrize("zoom", [9, 13])
def test_filters_change_the_map_and_the_territory_does_not(read, query, found, zoom):
    LotFactory(offer=TigPostFactory(days=[Weekday.SAT]))

    assert len(read("offers" if zoom > 11 else "clusters", zoom, query)) == found


def test_below_zoom_8_the_family_alone_filters(read):
    LotFactory()

    assert len(read("clusters", 7, "etat=suspended")) == 1
    assert len(read("clusters", 7, "famille=LOGEMENT&etat=last")) == 0
    assert len(read("clusters", 8, "etat=suspended")) == 0


def test_counts_found_and_counts_kept_are_the_same(read):
    for places in (1, 2):
        LotFactory(places=places)

    kept = read("clusters", 10)
    found = read("clusters", 10, "pmr=y")

    assert kept == found


def test_too_many_offers_to_tell_apart_are_counted_instead(read, monkeypatch):
    for _ in range(3):
        LotFactory()

    assert len(read("offers", 12)) == 3

    monkeypatch.setattr("search.network.tiles.MOST_NAMED", 2)
    assert read("offers", 12, "famille=TIG") == []
    assert [one["properties"]["n"] for one in read("clusters", 12, "famille=TIG")] == [3]
