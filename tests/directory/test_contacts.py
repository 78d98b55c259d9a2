"""Whom to call about a site: added, corrected and removed by those entitled."""

import pytest

from tests.browsing import words
from tests.factories import CoordinatorFactory, CounsellorFactory, SiteFactory

MME_ROUX = {"name": "Dominique Roux", "function": "Encadrante", "phone": "04 72 00 00 00"}


@pytest.fixture
def site(session):
    return SiteFactory()


@pytest.fixture
def coordinator(browse_as):
    return browse_as(CoordinatorFactory())


def test_a_contact_is_added_once_and_shown(browse_as, coordinator, site):
    for _ in range(2):
        coordinator.post("directory.create_contact", MME_ROUX, site_id=site.id)

    assert [contact.phone for contact in site.contacts] == ["+33472000000"]
    page = browse_as(CounsellorFactory()).get(
        "directory.organization", organization_id=site.organization_id
    )
    assert "Dominique Roux, Encadrante, 04 72 00 00 00" in page
    assert "Ajouter un contact" not in page


def test_a_contact_needs_a_way_to_be_reached(coordinator, site):
    answer = coordinator.post("directory.create_contact", {"name": "Accueil"}, site_id=site.id)

    assert answer.status_code == 422
    assert "Écrivez un téléphone ou un courriel" in words(answer.text)
    assert site.contacts == []


def test_a_contact_is_corrected_then_removed(coordinator, site):
    coordinator.post("directory.create_contact", MME_ROUX, site_id=site.id)
    ids = {"site_id": site.id, "contact_id": site.contacts[0].id}
    assert "Encadrante" in coordinator.open("GET", "directory.edit_contact", **ids).text

    coordinator.post("directory.update_contact", MME_ROUX | {"function": "Directrice"}, **ids)
    assert site.contacts[0].function == "Directrice"
    coordinator.post("directory.remove_contact", **ids)

    assert site.contacts == []


def test_a_contact_of_another_site_is_not_found(coordinator, site):
    coordinator.post("directory.create_contact", MME_ROUX, site_id=site.id)
    other = SiteFactory(organization=site.organization)

    answer = coordinator.post(
        "directory.remove_contact", site_id=other.id, contact_id=site.contacts[0].id
    )

    assert answer.status_code == 404
