"""Where one looks: a grouping, a shape, and what takes the people of a commune from far away."""

import pytest

from search.engine import Place, Reach
from tests import factories
from tests.search_engines.conftest import Ask, Find

HERE = Place(4.8795, 45.7665, "Villeurbanne")
ELSEWHERE = {
    "site__public_point": factories.point(4.39, 45.44),
    "site__department_code": "42",
    "site__insee_code": "42218",
}
LYON = "200046977"
SQUARE = "POLYGON((4.87 45.76, 4.89 45.76, 4.89 45.78, 4.87 45.78, 4.87 45.76))"


def test_a_grouping_is_all_of_its_communes(find: Find):
    inside = factories.TigPostFactory()
    factories.TigPostFactory(**ELSEWHERE)

    assert find(epci_siren=LYON) == [inside]
    assert find("espaces verts", epci_siren=LYON) == [inside]


def test_a_shape_keeps_what_is_in_it(find: Find):
    inside = factories.TigPostFactory()
    factories.TigPostFactory(**ELSEWHERE)
    factories.SupportOfferFactory(is_remote=True)

    assert find(shape=SQUARE) == [inside]


def test_what_is_remote_is_beside_a_shape_as_beside_a_place(ask: Ask):
    remote = factories.CareOfferFactory(is_remote=True)

    page = ask(shape=SQUARE)

    assert page.hits == ()
    assert [hit.offer_id for hit in page.remote.hits] == [remote.id]
    assert (page.remote.total, page.covering.total) == (1, 0)
    assert [hit.offer_id for hit in ask(shape=SQUARE, reach=Reach.REMOTE).hits] == [remote.id]


@pytest.mark.parametrize(
    "zone", ["Villeurbanne", "69266", "Rhône", "69", "Auvergne-Rhône-Alpes", LYON, "France"]
)
def test_what_takes_the_people_of_the_commune_from_far_away_is_a_list_of_its_own(zone, ask: Ask):
    near = factories.CareOfferFactory(zone_eligibility=[zone])
    far = factories.CareOfferFactory(zone_eligibility=["Loire", zone], **ELSEWHERE)
    factories.CareOfferFactory(zone_eligibility=["Loire"], **ELSEWHERE)
    factories.CareOfferFactory(**ELSEWHERE)
    asked = {"place": HERE, "commune_code": "69266"}

    page = ask("csapa", **asked)

    assert [hit.offer_id for hit in page.hits] == [near.id]
    assert [hit.offer_id for hit in page.covering.hits] == [far.id]
    assert page.covering.total == 1
    assert page.covering.hits[0].distance_m == pytest.approx(52_000, rel=0.05)
    whole = ask("csapa", reach=Reach.COVERING, **asked)
    assert [hit.offer_id for hit in whole.hits] == [far.id]


def test_the_lists_from_afar_follow_the_filters_too(ask: Ask):
    factories.CareOfferFactory(is_remote=True, requires_driving=True)
    remote = factories.CareOfferFactory(is_remote=True)
    factories.SupportOfferFactory(is_remote=True)

    page = ask(place=HERE, families=frozenset({"SANTE"}), with_driving=False)

    assert [hit.offer_id for hit in page.remote.hits] == [remote.id]
    whole = ask(place=HERE, reach=Reach.REMOTE, families=frozenset({"SANTE"}))
    assert (whole.total, whole.hits[0].distance_m) == (2, None)
