"""A confidential site: its commune for everybody, its address for very few, and audited."""

import pytest
import sqlalchemy as sa

from models.organization import SiteSecret
from tests.factories import (
    ClaimFactory,
    CoordinatorFactory,
    CounsellorFactory,
    HousingOfferFactory,
    LotFactory,
    PartnerFactory,
    SiteFactory,
    TutorFactory,
    UnitFactory,
    point,
)

ADDRESS = "4 impasse des Roses"


@pytest.fixture
def shelter(session):
    """A women's shelter whose true address is kept apart."""
    offer = HousingOfferFactory(title="Maison des Roses", site=SiteFactory(is_confidential=True))
    owner = offer.site.organization_id
    session.add(
        SiteSecret(
            site_id=offer.site_id, organization_id=owner, address=ADDRESS, point=point(4.9, 45.7)
        )
    )
    session.flush()
    return offer


def test_who_may_read_it_is_offered_it_on_the_page_of_the_site_too(browse_as, shelter):
    coordinator, stranger = browse_as(CoordinatorFactory()), browse_as(CounsellorFactory())
    site_id = shelter.site_id

    assert "Voir l'adresse" in coordinator.get("directory.site", site_id=site_id)
    assert ADDRESS in coordinator.post("directory.site_address", site_id=site_id).text
    assert "Voir l'adresse" not in stranger.get("directory.site", site_id=site_id)
    assert stranger.post("directory.site_address", site_id=site_id).status_code == 403


def ask(browse_as, account, offer):
    return browse_as(account).post("directory.address", offer_id=offer.id)


def test_nobody_reads_the_address_on_the_page(browse_as, shelter):
    partner = PartnerFactory(organization=shelter.organization)

    for account in (CounsellorFactory(), CoordinatorFactory(), partner):
        page = browse_as(account).get("directory.show", offer_id=shelter.id)
        assert "Villeurbanne, adresse confidentielle" in page
        assert ADDRESS not in page


def test_a_counsellor_without_a_claim_is_refused_and_sees_no_button(browse_as, shelter):
    counsellor = CounsellorFactory()

    page = browse_as(counsellor).get("directory.show", offer_id=shelter.id)

    assert "Voir l'adresse" not in page
    assert ask(browse_as, counsellor, shelter).status_code == 403


@pytest.mark.parametrize("role", [PartnerFactory, TutorFactory])
def test_its_own_partner_reads_it(browse_as, shelter, role):
    partner = role(organization=shelter.organization)

    assert ADDRESS in ask(browse_as, partner, shelter).text


def test_the_coordinator_of_the_territory_reads_it_and_no_other(browse_as, shelter):
    elsewhere = CoordinatorFactory(unit=UnitFactory(department_code="42"))

    assert ADDRESS in ask(browse_as, CoordinatorFactory(), shelter).text
    assert ask(browse_as, elsewhere, shelter).status_code == 403


def test_a_counsellor_with_a_live_claim_reads_it_and_the_log_remembers(
    browse_as, shelter, database
):
    counsellor = CounsellorFactory()
    ClaimFactory(lot=LotFactory(offer=shelter), unit=counsellor.memberships[0].unit)

    answer = ask(browse_as, counsellor, shelter)

    assert ADDRESS in answer.text
    with database.superuser.connect() as apart:
        said = sa.text(
            "SELECT account_id, operation FROM audit.entry"
            " WHERE subject_kind = 'site_secret' AND subject_id = :id"
        )
        assert apart.execute(said, {"id": str(shelter.site_id)}).all() == [
            (counsellor.id, "CONSULT")
        ]
