"""A form sent twice writes one row: a double click past the script, the back button, a resend."""

import uuid

import pytest
import sqlalchemy as sa

from models.capacity import PlaceLot
from models.offer import Offer
from models.organization import Organization, Site
from tests.directory.test_writing_offers import COMMON, KINDS, LOT
from tests.factories import CoordinatorFactory, HousingOfferFactory, SiteFactory

ORGANIZATION = {"legal_name": "Les Tilleuls", "legal_form": "ASSOCIATION", "status": "ACTIVE"}
SITE = {"name": "Le second site", "commune": "Villeurbanne", "pmr_access": "UNKNOWN"}


@pytest.fixture
def site(session):
    return SiteFactory()


@pytest.fixture
def twice(browse_as, session):
    """Sends a form twice as a coordinator, and counts the rows that came of it."""
    browser = browse_as(CoordinatorFactory())

    def send(model, endpoint, typed, **ids):
        count = sa.select(sa.func.count()).select_from(model)
        before = session.scalar(count)
        answers = [browser.post(endpoint, typed, **ids).status_code for _ in range(2)]
        assert answers == [303, 303]
        return session.scalar(count) - before

    return send


def test_one_organization(twice):
    typed = ORGANIZATION | {"key": str(uuid.uuid4())}

    assert twice(Organization, "directory.create_organization", typed) == 1


def test_two_organizations_of_the_same_name_from_two_pages(browse_as, session):
    browser = browse_as(CoordinatorFactory())

    for _ in range(2):
        typed = ORGANIZATION | {"key": str(uuid.uuid4())}
        browser.post("directory.create_organization", typed)

    named = sa.select(Organization).filter_by(legal_name="Les Tilleuls")
    assert len(session.scalars(named).all()) == 2


def test_one_site(twice, site):
    assert twice(Site, "directory.create_site", SITE, organization_id=site.organization_id) == 1


def test_one_draft(twice, site):
    typed = COMMON | KINDS["LOGEMENT"]

    assert (
        twice(Offer, "directory.create_offer", typed, site_id=site.id, family_code="LOGEMENT") == 1
    )


def test_one_lot(twice, session):
    offer = HousingOfferFactory()

    assert twice(PlaceLot, "directory.create_lot", LOT, offer_id=offer.id) == 1


def test_another_lot_for_another_public_is_another_lot(browse_as, session):
    offer = HousingOfferFactory()
    browser = browse_as(CoordinatorFactory())

    for label, gender in (("Hommes", "MEN"), ("Femmes", "WOMEN")):
        typed = LOT | {"label": label, "gender": gender}
        browser.post("directory.create_lot", typed, offer_id=offer.id)

    assert sorted(lot.label for lot in offer.lots) == ["Femmes", "Hommes"]
