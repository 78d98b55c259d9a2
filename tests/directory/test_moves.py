"""One press each: still true, suspended, proposed again, listed."""

import datetime as dt

from app.directory import actions
from models.base import now, today
from models.codes.offer import Publication
from models.codes.organization import Channel, OrganizationStatus
from models.codes.tig import ListingStatus
from tests.factories import (
    CareOfferFactory,
    CoordinatorFactory,
    CounsellorFactory,
    HousingOfferFactory,
    ManagerFactory,
    PartnerFactory,
    TigPostFactory,
)


def test_one_press_says_it_is_still_true(browse_as, session):
    counsellor = CounsellorFactory(name="Camille Martin")
    long_ago = now() - dt.timedelta(days=200)
    offer = TigPostFactory(verified_at=long_ago, modified_at=long_ago)

    browse_as(counsellor).post("directory.confirm", offer_id=offer.id)

    assert offer.verified_by == "Camille Martin"
    assert offer.verified_channel is Channel.PHONE
    assert (offer.modified_at - long_ago).total_seconds() == 0
    assert (now() - offer.verified_at).total_seconds() < 60


def test_the_partner_confirms_online_its_own_offer_only(browse_as):
    partner = PartnerFactory()
    own = TigPostFactory(site__organization=partner.memberships[0].organization)
    other = TigPostFactory()
    browser = browse_as(partner)

    assert browser.post("directory.confirm", offer_id=own.id).status_code == 303
    assert own.verified_channel is Channel.PARTNER_PORTAL
    assert browser.post("directory.confirm", offer_id=other.id).status_code == 404


def test_suspending_and_proposing_again(browse_as):
    offer = HousingOfferFactory()
    browser = browse_as(CoordinatorFactory())

    browser.post("directory.suspend", offer_id=offer.id)
    assert offer.publication is Publication.SUSPENDED
    browser.post("directory.resume", offer_id=offer.id)

    assert offer.publication is Publication.PUBLISHED


def test_the_host_cannot_resume_what_the_service_suspended(browse_as):
    partner = PartnerFactory()
    post = TigPostFactory(
        site__organization=partner.memberships[0].organization,
        listing_status=ListingStatus.SUSPENDED,
        is_suspended_by_service=True,
    )
    browser = browse_as(partner)

    page = browser.get("directory.show", offer_id=post.id)
    answer = browser.post("directory.resume", offer_id=post.id)

    assert "Proposer de nouveau" not in page
    assert answer.status_code == 409
    assert post.listing_status is ListingStatus.SUSPENDED


def test_a_post_is_listed_with_both_opinions_or_after_ten_days(browse_as):
    post = TigPostFactory(listing_status=ListingStatus.DRAFT, listed_on=None)
    actions.request_listing(post, on=today() - dt.timedelta(days=3))
    browser = browse_as(ManagerFactory())

    early = browser.post("directory.decide_listing", offer_id=post.id)
    opinion = today().isoformat()
    browser.post(
        "directory.decide_listing",
        {"prosecutor_opinion_on": opinion, "judge_opinion_on": opinion},
        offer_id=post.id,
    )

    assert early.status_code == 422
    assert "art. R. 623-9" in early.text
    assert post.listing_status is ListingStatus.LISTED


def say_status(browser, organization, status):
    told = {"legal_name": organization.legal_name, "legal_form": "ASSOCIATION", "status": status}
    browser.post("directory.update_organization", told, organization_id=organization.id)
    return browser.get("directory.organization", organization_id=organization.id)


def test_a_partner_that_closes_proposes_nothing_any_more(browse_as):
    shown, post = CareOfferFactory(), TigPostFactory()
    post.site = shown.site
    draft = CareOfferFactory(site=shown.site, publication=Publication.DRAFT)
    other = CareOfferFactory()

    page = say_status(browse_as(CoordinatorFactory()), shown.site.organization, "CLOSED")

    assert "Ses 2 offres sont suspendues." in page
    assert {shown.publication, post.publication} == {Publication.SUSPENDED}
    assert draft.publication is Publication.DRAFT
    assert other.publication is Publication.PUBLISHED


def test_a_partner_that_opens_again_proposes_nothing_by_itself(browse_as):
    offer = CareOfferFactory()
    coordinator = browse_as(CoordinatorFactory())
    say_status(coordinator, offer.site.organization, "CLOSED")

    page = say_status(coordinator, offer.site.organization, "ACTIVE")

    assert "Ses offres suspendues le restent" in page
    assert offer.publication is Publication.SUSPENDED


def test_a_partnership_that_pauses_is_said_where_somebody_would_call(browse_as, session):
    offer = CareOfferFactory(title="Consultation")
    offer.site.organization.status = OrganizationStatus.PAUSED
    browser = browse_as(CounsellorFactory())

    assert "Partenariat en pause" in browser.get("directory.show", offer_id=offer.id)
    assert "Partenariat en pause." in browser.get("directory.index", mots="consultation")


def test_an_offer_is_closed_from_its_page_and_opened_again(browse_as, session):
    offer = CareOfferFactory(title="Consultation")
    coordinator = browse_as(CoordinatorFactory())
    page = coordinator.open("GET", "directory.show", offer_id=offer.id).text
    asked = coordinator.get("directory.confirm_close", offer_id=offer.id)

    coordinator.post("directory.close", offer_id=offer.id)

    assert f'href="/offres/{offer.id}/fermeture"' in page
    assert "Fermer cette offre ?" in asked
    assert offer.publication is Publication.CLOSED
    assert "Offre fermée" in coordinator.get("directory.show", offer_id=offer.id)
    coordinator.post("directory.reopen", offer_id=offer.id)
    assert "rouverte en brouillon" in coordinator.get("directory.show", offer_id=offer.id)
    assert offer.publication is Publication.DRAFT
