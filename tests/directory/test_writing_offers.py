"""New and corrected offers, their lots and their audience."""

import pytest
import sqlalchemy as sa

from models.capacity import CapacityReport, PlaceLot
from models.codes.claims import Sharing
from models.codes.offer import Family, Publication, YesNo
from models.offer import Offer
from tests.factories import (
    ClaimFactory,
    CoordinatorFactory,
    CounsellorFactory,
    HousingOfferFactory,
    LotFactory,
    PartnerFactory,
    SiteFactory,
    TigLeadFactory,
)

COMMON = {"title": "Nouvelle offre", "admission": "CANDIDATURE_DIRECTE", "cost": "UNKNOWN"}
KINDS = {
    "TIG": {"activity": "ESPACES_VERTS", "nature_of_work": "Tonte", "form": "INDIVIDUAL"},
    "LOGEMENT": {"housing_type": "RS", "tag_compatible": "YES"},
    "EMPLOI_FORMATION": {"employer_type": "ACI"},
    "SANTE": {"care_type": "CSAPA"},
    "STAGE": {"course_type": "CITOYENNETE", "price_euros": "120"},
    "DROITS": {"support_type": "DOMICILIATION"},
}
LOT = {"label": "Hommes", "gender": "MEN", "sharing": "DEDICATED", "places": "6"}


@pytest.fixture
def partner(session):
    return PartnerFactory()


@pytest.fixture
def site(partner):
    return SiteFactory(organization=partner.memberships[0].organization)


@pytest.mark.parametrize("family", KINDS)
def test_an_offer_of_each_family_is_born_a_draft(browse_as, partner, site, session, family):
    browser = browse_as(partner)
    address = {"site_id": site.id, "family_code": family}
    browser.get("directory.new_offer", **address)

    answer = browser.post("directory.create_offer", COMMON | KINDS[family], **address)

    offer = session.scalars(sa.select(Offer)).one()
    assert answer.status_code == 303
    assert (offer.family, offer.publication) == (Family(family), Publication.DRAFT)
    assert "Brouillon" in browser.get("directory.show", offer_id=offer.id)
    browser.get("directory.edit_offer", offer_id=offer.id)


def test_what_is_missing_is_said_and_nothing_is_stored(browse_as, partner, site, session):
    answer = browse_as(partner).post(
        "directory.create_offer", COMMON, site_id=site.id, family_code="TIG"
    )

    assert answer.status_code == 422
    assert "Décrivez le travail." in answer.text
    assert session.scalar(sa.select(sa.func.count(Offer.id))) == 0


def test_a_tig_lead_writes_posts_and_a_coordinator_the_rest(browse_as, site):
    lead, coordinator = browse_as(TigLeadFactory()), browse_as(CoordinatorFactory())

    assert "Logement" not in lead.get("directory.choose_offer", site_id=site.id)
    lead.get("directory.new_offer", status=403, site_id=site.id, family_code="LOGEMENT")
    coordinator.get("directory.new_offer", site_id=site.id, family_code="LOGEMENT")
    coordinator.get("directory.new_offer", status=403, site_id=site.id, family_code="TIG")
    browse_as(CounsellorFactory()).get("directory.choose_offer", status=403, site_id=site.id)


def test_correcting_an_offer_leaves_its_publication(browse_as, session):
    offer = HousingOfferFactory(tag_compatible=YesNo.YES, publication=Publication.PUBLISHED)

    browse_as(CoordinatorFactory()).post(
        "directory.update_offer",
        COMMON | {"housing_type": "FJT", "tag_compatible": "NO", "supports": "Emploi\nSanté\n"},
        offer_id=offer.id,
    )

    assert (offer.title, offer.tag_compatible) == ("Nouvelle offre", YesNo.NO)
    assert offer.supports == ["Emploi", "Santé"]
    assert offer.publication is Publication.PUBLISHED


def test_a_draft_is_published_and_then_found(browse_as):
    offer = HousingOfferFactory(title="Résidence du Parc", publication=Publication.DRAFT)
    browser = browse_as(CoordinatorFactory())

    browser.post("directory.publish", offer_id=offer.id)

    assert "Résidence du Parc" in browser.get("directory.index", mots="parc")


def test_a_lot_is_added_and_resized_by_a_report(browse_as, session):
    offer = HousingOfferFactory()
    browser = browse_as(CoordinatorFactory())
    browser.post("directory.create_lot", LOT, offer_id=offer.id)
    lot = session.scalars(sa.select(PlaceLot)).one()

    browser.post("directory.update_lot", LOT | {"places": "4"}, offer_id=offer.id, lot_id=lot.id)

    said = session.scalars(sa.select(CapacityReport)).one()
    assert (lot.places, lot.open, said.places) == (4, 4, 4)


def test_a_shared_lot_grants_nothing_until_somebody_reports(browse_as, session):
    offer = HousingOfferFactory()

    browse_as(CoordinatorFactory()).post(
        "directory.create_lot", LOT | {"sharing": "SHARED"}, offer_id=offer.id
    )

    lot = session.scalars(sa.select(PlaceLot)).one()
    assert (lot.sharing, lot.places, lot.open) == (Sharing.SHARED, 6, 0)


def test_a_lot_with_claims_cannot_be_removed(browse_as, session):
    lot = LotFactory(offer=HousingOfferFactory())
    ClaimFactory(lot=lot)

    answer = browse_as(CoordinatorFactory()).post(
        "directory.remove_lot", offer_id=lot.offer_id, lot_id=lot.id
    )

    assert answer.status_code == 409
    assert "Ce lot a déjà servi" in answer.text
    assert session.scalar(sa.select(sa.func.count(PlaceLot.id))) == 1


def test_a_lot_that_never_served_is_removed(browse_as, session):
    lot = LotFactory(offer=HousingOfferFactory())

    browse_as(CoordinatorFactory()).post(
        "directory.remove_lot", offer_id=lot.offer_id, lot_id=lot.id
    )

    assert session.scalar(sa.select(sa.func.count(PlaceLot.id))) == 0
