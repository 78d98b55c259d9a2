"""The geocoder for programs: geocodejson, Addok's parameters, errors one can act upon."""

import pytest

from tests.factories import (
    CounsellorFactory,
    OrganizationFactory,
    PartnerFactory,
    SiteFactory,
    point,
)

VILLEURBANNE = (4.88, 45.77)


@pytest.fixture
def ask(browse_as):
    """Asks as a counsellor."""
    browser = browse_as(CounsellorFactory())

    def asked(**parameters):
        return browser.open("GET", "geocode.geocode", **parameters)

    return asked


def features(answer):
    assert answer.status_code == 200, answer.text
    return answer.json["features"]


def labels(answer):
    return [one["properties"]["label"] for one in features(answer)]


def test_an_answer_is_geocodejson_with_addoks_properties(ask):
    answer = ask(q="vilurbanne", limit=1)

    assert answer.mimetype == "application/json"
    said = answer.json
    assert said["type"] == "FeatureCollection"
    assert said["geocoding"]["version"] == "0.1.0"
    assert said["geocoding"]["query"] == said["query"] == "vilurbanne"
    (one,) = said["features"]
    assert one["geometry"]["coordinates"] == pytest.approx(VILLEURBANNE, abs=0.02)
    properties = one["properties"]
    assert properties["type"] == "municipality"
    assert properties["citycode"] == "69266"
    assert properties["geocoding"]["type"] == "city"
    assert properties["geocoding"]["postcode"] == properties["postcode"] == "69100"
    assert properties["geocoding"]["label"] == "Villeurbanne (69100, Rhône)"


@pytest.mark.usefixtures("elsewhere")
def test_a_point_brings_the_nearest_of_one_name_first(ask):
    there = {"q": "Saint-Denis", "lat": 48.9, "lon": 2.3}

    assert labels(ask(**there))[0] == "Saint-Denis (93200, Seine-Saint-Denis)"
    assert labels(ask(q="Saint-Denis"))[0] == "Saint-Denis (97400, La Réunion)"


@pytest.mark.usefixtures("elsewhere")
@pytest.mark.parametrize(
    ("narrowed", "first"),
    [
        ({"postcode": "93200"}, "Saint-Denis (93200, Seine-Saint-Denis)"),
        ({"citycode": "11339"}, "Saint-Denis (11310, Aude)"),
    ],
)
def test_an_area_narrows(narrowed, first, ask):
    assert labels(ask(q="Saint-Denis", **narrowed)) == [first]


def test_a_type_narrows(ask):
    assert labels(ask(q="Rhône", type="county"))[0] == "69 (Rhône, département)"
    assert labels(ask(q="Rhône", type="street")) == []


def test_a_name_half_typed_is_not_completed_unless_asked(ask):
    assert labels(ask(q="villeurb"))[0].startswith("Villeurbanne")
    assert labels(ask(q="villeurb", autocomplete=0)) == []
    assert labels(ask(q="villeurbanne", autocomplete=0)) == ["Villeurbanne (69100, Rhône)"]


def test_public_sites_of_partners_are_found_with_a_mistake(ask):
    owner = OrganizationFactory(legal_name="Association Alpha")
    SiteFactory(organization=owner, name="Maison des Érables", public_point=point(*VILLEURBANNE))

    for typed in ("maison des erab", "maisom des érables"):
        first = features(ask(q=typed))[0]
        assert first["properties"]["name"] == "Maison des Érables"
        assert first["properties"]["type"] == first["properties"]["geocoding"]["type"] == "poi"
        assert first["geometry"]["coordinates"] == pytest.approx(VILLEURBANNE)


def test_a_confidential_site_is_never_found(ask):
    SiteFactory(name="Villa Discrète", public_point=point(*VILLEURBANNE), is_confidential=True)

    assert features(ask(q="Villa Discrète")) == features(ask(q="villa discrete", type="poi")) == []


def test_a_partner_finds_communes_and_no_other_partner(browse_as):
    SiteFactory(name="Maison des Érables", public_point=point(*VILLEURBANNE))
    browser = browse_as(PartnerFactory())

    assert labels(browser.open("GET", "geocode.geocode", q="Maison des Érables")) == []
    assert labels(browser.open("GET", "geocode.geocode", q="villeurbanne"))


@pytest.mark.parametrize(
    ("parameters", "code", "named"),
    [
        ({}, 400, "q"),
        ({"q": "  "}, 400, "q"),
        ({"q": "x" * 201}, 422, "q"),
        ({"q": "lyon", "limit": 0}, 422, "limit"),
        ({"q": "lyon", "limit": "dix"}, 422, "limit"),
        ({"q": "lyon", "lat": 95, "lon": 4}, 422, "lat"),
        ({"q": "lyon", "lat": "nan", "lon": 4}, 422, "lat"),
        ({"q": "lyon", "lat": 45}, 422, "lat, lon"),
        ({"q": "lyon", "type": "planet"}, 422, "type"),
        ({"q": "lyon", "postcode": "690"}, 422, "postcode"),
        ({"q": "lyon", "citycode": "2C004"}, 422, "citycode"),
        ({"q": "lyon", "autocomplete": "peut-être"}, 422, "autocomplete"),
    ],
)
def test_what_is_wrong_is_told_in_french(parameters, code, named, ask):
    answer = ask(**parameters)

    assert answer.status_code == code
    (fault,) = answer.json["errors"]
    assert fault["parameter"] == named
    assert named.split(",")[0] in fault["message"]
    assert fault["message"].endswith(".")


@pytest.mark.parametrize("text", ["\x00\x07", "%", "_", "' OR 1=1 --", "L'" * 90, "☂"])
def test_any_text_is_answered(text, ask):
    assert isinstance(features(ask(q=text)), list)


def test_a_point_gives_its_commune_and_the_sea_none(browse_as):
    browser = browse_as(CounsellorFactory())

    here = browser.open("GET", "geocode.reverse", lat=45.7719, lon=4.8902)
    sea = browser.open("GET", "geocode.reverse", lat=45, lon=-20)

    assert labels(here) == ["Villeurbanne (69100, Rhône)"]
    assert features(sea) == []
    assert browser.open("GET", "geocode.reverse", lat=45).status_code == 400
