"""Who is welcome, what is listed, what is accredited: written by those who decide."""

import datetime as dt

import pytest
import sqlalchemy as sa

from models.accreditation import Accreditation
from models.base import today
from models.codes.organization import AccreditationStatus
from models.codes.tig import ListingStatus
from models.offer import AudienceRule
from models.organization import Organization
from tests.factories import (
    CoordinatorFactory,
    HousingOfferFactory,
    ManagerFactory,
    PartnerFactory,
    SiteFactory,
    TigLeadFactory,
    TigPostFactory,
)


def test_who_creates_an_organization_gives_it_its_first_site(browse_as, session):
    coordinator = browse_as(CoordinatorFactory())
    named = {"legal_name": "Les Tilleuls", "legal_form": "ASSOCIATION", "status": "ACTIVE"}

    coordinator.post("directory.create_organization", named)
    made = session.scalars(sa.select(Organization).filter_by(legal_name="Les Tilleuls")).one()
    placed = {"name": "Accueil", "commune": "Villeurbanne", "pmr_access": "UNKNOWN"}
    answer = coordinator.post("directory.create_site", placed, organization_id=made.id)

    assert answer.status_code == 303
    assert [site.name for site in made.sites] == ["Accueil"]


def test_who_is_welcome_is_said_once_per_offer(browse_as, session):
    offer = HousingOfferFactory()
    browser = browse_as(CoordinatorFactory())

    browser.post("directory.update_audience", {"age_min": "18"}, offer_id=offer.id)
    browser.post("directory.update_audience", {"age_min": "18", "age_max": "25"}, offer_id=offer.id)

    rule = session.scalars(sa.select(AudienceRule)).one()
    assert (rule.age_min, rule.age_max) == (18, 25)
    assert "de 18 à 25 ans" in browser.get("directory.show", offer_id=offer.id)


def test_ages_the_wrong_way_round_are_refused(browse_as):
    offer = HousingOfferFactory()

    answer = browse_as(CoordinatorFactory()).post(
        "directory.update_audience", {"age_min": "30", "age_max": "20"}, offer_id=offer.id
    )

    assert answer.status_code == 422


def test_a_lead_asks_for_a_listing_that_only_the_management_decides(browse_as):
    post = TigPostFactory(listing_status=ListingStatus.DRAFT, listed_on=None)
    lead = browse_as(TigLeadFactory())

    lead.post("directory.request_listing", offer_id=post.id)
    refused = lead.post("directory.decide_listing", offer_id=post.id)

    assert refused.status_code == 403
    assert post.listing_status is ListingStatus.LISTING_REQUESTED
    assert post.listing_requested_on == today()


def test_the_management_takes_a_post_off_the_list(browse_as):
    post = TigPostFactory()
    browser = browse_as(ManagerFactory())
    assert "Radier le poste" in browser.get("directory.listing", offer_id=post.id)

    browser.post("directory.delist", offer_id=post.id)

    assert post.listing_status is ListingStatus.DELISTED


def test_a_move_that_the_table_does_not_list_is_refused(browse_as):
    post = TigPostFactory(listing_status=ListingStatus.DELISTED)

    answer = browse_as(ManagerFactory()).post("directory.delist", offer_id=post.id)

    assert answer.status_code == 409


def test_the_management_writes_an_accreditation_of_five_years(browse_as, session):
    owner = SiteFactory().organization
    decided = {"kind": "TIG_LOCAL", "department_code": "69", "decided_on": "2024-02-29"}

    browse_as(ManagerFactory()).post(
        "directory.create_accreditation", decided, organization_id=owner.id
    )

    granted = session.scalars(sa.select(Accreditation)).one()
    assert granted.status is AccreditationStatus.GRANTED
    assert granted.ends_on == dt.date(2029, 2, 28)


@pytest.mark.parametrize("role", [PartnerFactory, TigLeadFactory, CoordinatorFactory])
def test_nobody_else_accredits(browse_as, role):
    account = role()
    owner = account.memberships[0].organization or SiteFactory().organization

    browse_as(account).get("directory.new_accreditation", status=403, organization_id=owner.id)
