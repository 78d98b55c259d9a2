"""Two records merged from the list, then split again; axe reads every page."""

import pytest

from models.codes.organization import PointPrecision
from search.duplicates import find_all
from tests.factories import (
    AccreditationFactory,
    CoordinatorFactory,
    HousingOfferFactory,
    LotFactory,
    OrganizationFactory,
    SiteFactory,
    UnitFactory,
)

# Each test in a département of its own: what they write stays.
AIN = {"department_code": "01", "insee_code": "01053"}
LOIRE = {"department_code": "42", "insee_code": "42218"}
SIRETS = {"01": "77931148900040", "42": "41982466900024"}
EXACT = {"precision": PointPrecision.HOUSENUMBER}
FIRST, SECOND = "Foyer Notre-Dame des Sans-Abri", "FOYER NOTRE DAME DES SANS ABRI"


@pytest.fixture
def twins(session, request):
    """One hostel written twice, each time with something that the other lacks."""
    here = EXACT | request.param
    said = {"siret": SIRETS[request.param["department_code"]]}
    kept = OrganizationFactory(legal_name=FIRST, acronym="FNDSA", email="a@exemple.fr", **said)
    other = OrganizationFactory(legal_name=SECOND, phone="+33472000000", **said)
    SiteFactory(organization=kept, name="Siège", address="12 rue Jean Jaurès", **here)
    site = SiteFactory(organization=other, name="SIEGE", address="12 R JEAN JAURES", **here)
    LotFactory(offer=HousingOfferFactory(site=site, title="Chambres de jeunes"), places=4)
    AccreditationFactory(organization=other)
    find_all(session)
    session.commit()
    return kept, other


@pytest.fixture
def coordinator(world, twins):
    """Who keeps the partners there."""
    code = twins[0].sites[0].department_code
    return world.staff(CoordinatorFactory, UnitFactory(department_code=code))


@pytest.mark.parametrize("twins", [AIN], indirect=True)
def test_two_records_are_merged_from_the_list_then_split(house, twins, coordinator):
    visitor = house.enter(coordinator)
    visitor.go("/reseau/a-traiter")
    visitor.follow("Doublons possibles")
    visitor.sees("même SIRET", "même nom", "Rien n'est fusionné sans vous")

    visitor.follow_about("Comparer les deux fiches")
    visitor.sees("Une seule fiche, ou deux ?", "différent")
    visitor.page.get_by_role("radio", name=FIRST).first.check()
    visitor.press("Voir ce que la fusion changera")
    visitor.sees("1 site : SIEGE", "1 offre : Chambres de jeunes", "La fusion peut être défaite")

    visitor.press("Fusionner les deux fiches")
    visitor.sees("n'en font plus qu'une", "Sites qui se ressemblent", "Séparer les deux fiches")
    visitor.go(f"/structures/{twins[1].id}")
    visitor.sees(FIRST, "04 72 00 00 00", "Chambres de jeunes")
    assert visitor.page.url.endswith(f"/structures/{twins[0].id}")

    visitor.follow("Chercher un doublon")
    visitor.follow_about(SECOND)
    visitor.press_about("Séparer les deux fiches")
    visitor.sees(SECOND, "Les deux fiches sont séparées", "Chambres de jeunes")
    assert visitor.page.url.endswith(f"/structures/{twins[1].id}")


@pytest.mark.parametrize("twins", [LOIRE], indirect=True)
def test_without_javascript_the_same_pages_do_the_same(house, twins, coordinator):
    visitor = house.enter(coordinator, java_script_enabled=False)
    visitor.go("/doublons")

    visitor.press_about("Ce sont deux fiches distinctes")

    visitor.sees("Les deux fiches sont notées distinctes")
