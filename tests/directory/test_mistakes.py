"""A mistake is reported from any record, waits for who can correct it, and is answered once."""

import uuid

import pytest
import sqlalchemy as sa

from models.history import Mistake
from tests.directory.mistakes import only, report
from tests.factories import (
    CoordinatorFactory,
    CounsellorFactory,
    HousingOfferFactory,
    PartnerFactory,
    PlacementFactory,
    SiteFactory,
    TigLeadFactory,
    TigPostFactory,
    UnitFactory,
)


@pytest.fixture
def offer(session):
    return HousingOfferFactory(title="Résidence des Lilas")


@pytest.mark.parametrize("level", ["offres", "sites", "structures"])
def test_a_counsellor_reports_from_any_record_and_everybody_is_warned_there(
    browse_as, session, offer, level
):
    report(browse_as, CounsellorFactory(), offer, level)

    page = {"offres": "show", "sites": "site", "structures": "organization"}[level]
    ids = {"offer_id": offer.id, "site_id": offer.site_id, "organization_id": offer.organization.id}
    name = {"show": "offer_id", "site": "site_id", "organization": "organization_id"}[page]
    seen = browse_as(CounsellorFactory()).get(f"directory.{page}", **{name: ids[name]})

    assert "Erreur signalée le" in seen
    assert "« Le numéro ne répond plus. »" in seen


def test_the_partner_and_the_coordinator_find_it_in_their_queue(browse_as, session, offer):
    counsellor = CounsellorFactory(name="Camille Durand")
    report(browse_as, counsellor, offer)

    by_coordinator = browse_as(CoordinatorFactory()).get("directory.mistakes")
    by_partner = browse_as(PartnerFactory(organization=offer.organization)).get(
        "directory.mistakes"
    )

    assert "Le téléphone ou le courriel : Résidence des Lilas" in by_coordinator
    assert "par Camille Durand" in by_coordinator
    assert "par le service" in by_partner
    assert "Camille Durand" not in by_partner


def test_others_do_not_find_it(browse_as, session, offer):
    report(browse_as, CounsellorFactory(), offer)
    elsewhere = CoordinatorFactory(unit=UnitFactory(department_code="42"))

    for account in (CounsellorFactory(), elsewhere, PartnerFactory(), TigLeadFactory()):
        page = browse_as(account).get("directory.mistakes")
        assert "Résidence des Lilas" not in page, account.email


def test_the_same_words_sent_again_from_a_page_gone_back_to_report_once(browse_as, session, offer):
    counsellor = CounsellorFactory()

    for _ in range(2):
        report(browse_as, counsellor, offer)
    report(browse_as, counsellor, offer, "sites")
    report(browse_as, CounsellorFactory(), offer)

    assert len(session.scalars(sa.select(Mistake)).all()) == 3


def test_the_same_form_sent_twice_reports_once(browse_as, session, offer):
    counsellor, key = CounsellorFactory(), str(uuid.uuid4())

    for _ in range(2):
        assert report(browse_as, counsellor, offer, key=key).status_code == 303

    assert only(session).told_by == counsellor.name


def test_what_is_missing_is_asked_and_what_was_typed_is_kept(browse_as, session, offer):
    answer = report(browse_as, CounsellorFactory(), offer, about="")

    assert answer.status_code == 422
    assert "Choisissez ce qui est faux." in answer.text
    assert "Le numéro ne répond plus." in answer.text
    assert session.scalars(sa.select(Mistake)).all() == []


def test_words_about_a_hidden_place_are_for_those_who_may_know_it(browse_as, session):
    offer = TigPostFactory(site=SiteFactory(is_confidential=True))
    counsellor = CounsellorFactory()
    report(browse_as, counsellor, offer, text="Déménagé au 4 impasse des Roses.")
    key = only(session).id

    partner = PartnerFactory(organization=offer.organization)
    for account in (counsellor, CoordinatorFactory(), partner):
        page = browse_as(account).get("directory.mistake", mistake_id=key)
        assert "impasse des Roses" in page
    lead = browse_as(TigLeadFactory())
    assert "impasse des Roses" not in lead.get("directory.mistake", mistake_id=key)
    assert "impasse des Roses" not in lead.get("directory.mistakes")
    other = browse_as(CounsellorFactory()).get("directory.show", offer_id=offer.id)
    assert "Erreur signalée le" in other
    assert "impasse des Roses" not in other


def test_the_queue_is_read_in_the_same_queries(browse_as, session, offer, count_queries):
    report(browse_as, CounsellorFactory(), offer)
    browser = browse_as(CoordinatorFactory())
    few = count_queries(lambda: browser.get("directory.mistakes"))
    for _ in range(5):
        report(browse_as, CounsellorFactory(), HousingOfferFactory())

    assert count_queries(lambda: browser.get("directory.mistakes")) == few


@pytest.mark.parametrize("side", ["placements", "portal"])
def test_a_stay_and_its_request_lead_to_the_form(browse_as, session, side):
    stay = PlacementFactory()
    offer, asked = stay.orientation.offer, {"orientation_id": stay.orientation.id}
    host = PartnerFactory(organization=offer.organization)
    browser = browse_as(host if side == "portal" else stay.orientation.requested_by)
    of_request = {"placements": "placements.orientation", "portal": "portal.show"}
    of_stay = {"placements": "placements.show", "portal": "portal.placement"}

    for answer in (
        browser.open("GET", of_request[side], **asked),
        browser.open("GET", of_stay[side], placement_id=stay.id),
    ):
        assert f'href="/offres/{offer.id}/signaler"' in answer.text
