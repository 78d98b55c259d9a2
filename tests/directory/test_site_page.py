"""The page of a site: where, when, whom to call, what it offers; still true in one press."""

import pytest
import sqlalchemy as sa

from models.codes.offer import Publication
from models.codes.organization import Channel
from models.history import Change
from models.offer import Offer
from models.organization import Organization, Site
from tests.browsing import words
from tests.factories import (
    CounsellorFactory,
    HousingOfferFactory,
    LotFactory,
    NationalReaderFactory,
    PartnerFactory,
    SiteFactory,
    TigPostFactory,
)


@pytest.fixture
def site(session):
    made = SiteFactory(name="Antenne des Lilas", address="12 rue des Lilas", phone="+33472000000")
    LotFactory(offer=HousingOfferFactory(site=made, title="Résidence des Lilas"), places=3)
    session.flush()
    return made


def test_everything_one_needs_to_come_is_there(browse_as, site):
    page = browse_as(CounsellorFactory()).get("directory.site", site_id=site.id)

    assert "12 rue des Lilas, 69100 Villeurbanne" in page
    assert "04 72 00 00 00" in page
    assert "Résidence des Lilas" in page
    assert "3 places libres" in page
    assert "Inconnu, la structure peut le dire : arrêt le plus proche" in page


def test_a_closed_offer_is_said_to_be_and_promises_no_place(browse_as, session, site):
    closed = session.scalars(sa.select(Offer).filter_by(site_id=site.id)).one()
    closed.publication = Publication.CLOSED
    partner = browse_as(PartnerFactory(organization=site.organization))

    page = partner.get("directory.site", site_id=site.id)
    offer = partner.get("directory.show", offer_id=closed.id)

    # The legend of the map, above, says the same words.
    _, is_said, after = page.partition("(fermée)")
    assert is_said
    assert "3 places libres" not in after
    assert "Offre fermée" in offer
    assert "3 places libres" not in offer.partition("Pour qui")[0]


def test_one_searches_around_it_in_one_press(browse_as, site):
    counsellor = browse_as(CounsellorFactory())

    page = counsellor.open("GET", "directory.site", site_id=site.id).text

    assert f'href="/annuaire?site={site.id}"' in page
    assert "Résidence des Lilas" in counsellor.get("directory.index", site=site.id)


@pytest.mark.parametrize("page", ["site", "organization"])
def test_its_offers_are_put_in_the_favourites_from_there(browse_as, site, page):
    key = {"site": {"site_id": site.id}, "organization": {"organization_id": site.organization_id}}
    staff, host = CounsellorFactory(), PartnerFactory(organization=site.organization)

    def press(account):
        return browse_as(account).open("GET", f"directory.{page}", **key[page]).text

    assert "/favori" in press(staff)
    assert "/favori" not in press(host)


def test_a_confidential_site_says_its_commune_alone(browse_as, session):
    hidden = SiteFactory(is_confidential=True, address="12 rue des Lilas")
    session.flush()

    page = browse_as(CounsellorFactory()).get("directory.site", site_id=hidden.id)

    assert "Villeurbanne, adresse confidentielle" in page
    assert "rue des Lilas" not in page
    assert "arrêt le plus proche" not in page


def test_it_costs_the_same_queries_with_many_offers(browse_as, site, count_queries):
    key, browser = site.id, browse_as(CounsellorFactory())
    few = count_queries(lambda: browser.get("directory.site", site_id=key))
    for _ in range(5):
        LotFactory(offer=TigPostFactory(site=site))

    assert count_queries(lambda: browser.get("directory.site", site_id=key)) == few


def test_it_does_not_exist_for_another_partner_nor_for_a_national_reader(browse_as, site):
    for account in (PartnerFactory(), NationalReaderFactory()):
        browse_as(account).get("directory.site", status=404, site_id=site.id)


@pytest.mark.parametrize(("level", "model"), [("sites", Site), ("structures", Organization)])
def test_still_true_in_one_press(browse_as, session, site, level, model):
    key = site.id if model is Site else site.organization_id
    partner = PartnerFactory(organization=site.organization, name="Farida Benali")

    browse_as(partner).post("directory.confirm_record", level=level, record_id=key)

    row = session.get(model, key)
    assert (row.verified_by, row.verified_channel) == ("Farida Benali", Channel.PARTNER_PORTAL)
    assert session.scalar(sa.select(Change.who).where(Change.kind == "CONFIRMED")) == partner.name


def test_a_press_that_comes_too_late_brings_the_offer_back_as_it_is(browse_as, session):
    post = TigPostFactory()
    partner = browse_as(PartnerFactory(organization=post.organization))
    partner.post("directory.close", offer_id=post.id)

    answer = partner.post("directory.publish", offer_id=post.id)

    assert answer.status_code == 409
    assert "Elle est maintenant « Fermée »" in words(answer.text)
    assert post.title in answer.text
