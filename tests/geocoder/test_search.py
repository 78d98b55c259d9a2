"""What somebody types, and the first place offered."""

import pytest

from search.geocoder import PlaceKind, find, search

VILLEURBANNE = "Villeurbanne (69100, Rhône)"
LYON_3 = "Lyon 3e arrondissement (69003, Rhône)"
PARIS_12 = "Paris 12e arrondissement (75012, Paris)"
SAINT_DENIS_974 = "Saint-Denis (97400, La Réunion)"
LA_ROCHELLE = "La Rochelle (17000, Charente-Maritime)"


@pytest.mark.usefixtures("elsewhere")
@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("Villeurbanne", VILLEURBANNE),
        ("villeurbane", VILLEURBANNE),
        ("Vilurbanne", VILLEURBANNE),
        ("villeurb", VILLEURBANNE),
        ("Villeurbanne 69", VILLEURBANNE),
        ("69100 Villeurbanne", VILLEURBANNE),
        ("69601 Villeurbanne Cedex", VILLEURBANNE),
        ("Villeurbanne, Rhône", VILLEURBANNE),
        ("69100", VILLEURBANNE),
        ("6910", VILLEURBANNE),
        ("69266", VILLEURBANNE),
        ("lyon", "Lyon (69, Rhône)"),
        ("Lyon 3", LYON_3),
        ("lyon 3e", LYON_3),
        ("LYON 3ème arrondissement", LYON_3),
        ("69003", LYON_3),
        ("Paris 12ème", PARIS_12),
        ("St Etienne", "Saint-Étienne (42000, Loire)"),
        ("saint-étiene", "Saint-Étienne (42000, Loire)"),
        ("Ste Foy les Lyon", "Sainte-Foy-lès-Lyon (69110, Rhône)"),
        ("rochelle", LA_ROCHELLE),
        ("La Rochelle", LA_ROCHELLE),
        ("Saint-Denis 974", SAINT_DENIS_974),
        ("saint denis la réunion", SAINT_DENIS_974),
        ("Saint-Denis 93200", "Saint-Denis (93200, Seine-Saint-Denis)"),
        ("2A004", "Ajaccio (20000, Corse-du-Sud)"),
        ("2a", "2A (Corse-du-Sud, département)"),
        ("Ajaccio 2A", "Ajaccio (20000, Corse-du-Sud)"),
        ("ajaccio 20000", "Ajaccio (20000, Corse-du-Sud)"),
        ("974", "974 (La Réunion, département)"),
        ("Rhône", "69 (Rhône, département)"),
        ("Arbignieu", "Arbignieu (01300, Arboys en Bugey)"),
        ("montbrisson", "Montbrison (42600, Loire)"),
    ],
)
def test_the_place_meant_comes_first(session, typed, label):
    places = search(session, typed)

    assert [place.label for place in places][:1] == [label]


@pytest.mark.usefixtures("elsewhere")
def test_homonyms_come_by_population_with_their_departement(session):
    places = search(session, "saint denis")

    assert [place.department_code for place in places[:3]] == ["974", "93", "11"]
    assert len({place.label for place in places}) == len(places)


@pytest.mark.usefixtures("elsewhere")
def test_a_name_several_communes_bear_is_not_decided_for_the_person(session):
    assert find(session, "Saint-Denis") is None
    told = find(session, "Saint-Denis (93200, Seine-Saint-Denis)")
    assert told
    assert told.insee_code == "93066"


@pytest.mark.usefixtures("elsewhere")
@pytest.mark.parametrize("typed", ["paris", "974", "01300", "69003", "Lyon", "Arbignieu", "rhône"])
def test_a_label_typed_back_finds_the_same_place(session, typed):
    place = search(session, typed)[0]

    again = find(session, place.label)
    assert again
    assert again.label == place.label


def test_a_postal_code_of_several_communes_offers_them_after_itself(session):
    shared, *communes = search(session, "01400")

    assert shared.kind is PlaceKind.POSTAL_CODE
    assert shared.label == "01400 (Châtillon-sur-Chalaronne et 9 autres)"
    assert {place.postal_code for place in communes} == {"01400"}


@pytest.mark.parametrize("typed", ["xqzwkj", "", "   ", "00000", "()", "?!", "99"])
def test_nonsense_finds_nothing(session, typed):
    assert search(session, typed) == []
    assert find(session, typed) is None


def test_a_misspelt_name_is_suggested_and_never_decided(session):
    assert find(session, "Vilurbanne") is None
    assert search(session, "Vilurbanne")[0].insee_code == "69266"
