"""On a telephone, 390 px wide, no page scrolls sideways."""

import pytest

from tests.browser import journey
from tests.browser.journey import TIG

TELEPHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


def fits(visitor):
    """Nothing reaches beyond the screen."""
    wide = visitor.page.evaluate(OVERFLOW)
    assert wide <= 0, f"{visitor.page.url} : {wide} px de trop"


def test_the_pages_of_a_counsellor_fit(house, world):
    counsellor, lot = world.counsellor(), world.post("Élagage des platanes du boulevard")
    stay = world.stay(counsellor, lot)
    request = world.request(counsellor, world.post("Petit entretien du stade"))
    cpip = house.enter(counsellor, **TELEPHONE)
    addresses = [
        *("/ma-journee", "/personnes", "/annuaire", "/mon-compte", "/personnes/nouvelle"),
        *(f"/offres/{lot.offer_id}", f"/offres/{lot.offer_id}/places"),
        *(f"/personnes/{request.person_id}", f"/demandes-envoyees/{request.id}"),
        *(f"/besoins/{request.need_id}/places", f"/besoins/{request.need_id}/places/{lot.id}"),
        *(f"/placements/{stay.id}", f"/placements/{stay.id}/fin"),
    ]

    for address in addresses:
        cpip.go(address)
        fits(cpip)


def test_the_pages_of_a_partner_fit(house, world):
    counsellor, lot = world.counsellor(), world.post("Débroussaillage des berges", places=3)
    stay, request = world.stay(counsellor, lot), world.request(counsellor, lot)
    host = house.enter(world.partner(lot), **TELEPHONE)
    addresses = [
        *("/mes-places", "/demandes", "/heures", f"/offres/{lot.offer_id}/places"),
        *(f"/demandes/{request.id}", f"/accueils/{stay.id}"),
        *(f"/offres/{lot.offer_id}", f"/structures/{lot.offer.site.organization_id}"),
    ]

    for address in addresses:
        host.go(address)
        fits(host)


@pytest.mark.parametrize("address", ["/connexion", "/mot-de-passe-oublie"])
def test_the_way_in_fits(house, address):
    visitor = house.arrive(**TELEPHONE)

    visitor.go(address)

    fits(visitor)


def test_list_and_map_lead_to_each_other(house, world):
    world.post("Peinture des bancs")
    cpip = house.enter(world.counsellor(), **TELEPHONE)
    journey.open_file(cpip, TIG)
    cpip.follow("Trouver une place")

    cpip.page.get_by_role("link", name="Carte", exact=True).click()

    assert cpip.page.url.endswith("#carte")
    fits(cpip)
