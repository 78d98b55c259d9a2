"""The partner's home: what one press does, and what a stale one cannot."""

import pytest

from app.claims.availability import availability
from models.capacity import CapacityReport
from models.codes.claims import Sharing
from models.codes.organization import Channel
from tests.factories import (
    ClaimFactory,
    HousingOfferFactory,
    LotFactory,
    PartnerFactory,
    SiteFactory,
)


@pytest.fixture
def site(partner):
    return SiteFactory(organization=partner.memberships[0].organization)


@pytest.fixture
def hostel(site):
    """A shared lot of six places, four of them ours, one of which is held."""
    offer = HousingOfferFactory(site=site, title="Résidence des Canuts")
    lot = LotFactory(offer=offer, places=6, open=4, sharing=Sharing.SHARED)
    ClaimFactory(lot=lot)
    return lot


def seen(session, lot):
    return availability(session, [lot.id])[lot.id].version


def press(browser, session, lot, value, **more):
    return browser.post(
        "portal.announce", {"value": value, "seen": seen(session, lot)}, lot_id=lot.id, **more
    )


def test_the_home_says_what_is_free_as_a_sum_and_who_last_said_it(browse_as, partner, hostel):
    page = browse_as(partner).get("portal.index")

    assert "Résidence des Canuts" in page
    assert "6 places, 2 occupées hors réseau, 1 réservation = à confirmer" in page
    assert "Dernière information : jamais confirmé" in page


def test_a_press_stores_a_report_of_the_partner(session, browse_as, partner, hostel):
    browser = browse_as(partner)

    answer = press(browser, session, hostel, "2")

    assert answer.status_code == 302
    (kept,) = session.query(CapacityReport)
    assert (kept.answer, kept.open, kept.channel) == (2, 3, Channel.PARTNER_PORTAL)
    assert "1 réservation = 2 libres" in browser.get("portal.index")


def test_full_and_unchanged_are_one_press_each(session, browse_as, partner, hostel):
    browser = browse_as(partner)

    press(browser, session, hostel, "complet")
    press(browser, session, hostel, "inchange")

    assert hostel.open == 1
    assert session.query(CapacityReport).count() == 2
    assert "Complet" in browser.get("portal.index")


def test_htmx_gets_its_block_alone(session, browse_as, partner, hostel):
    answer = press(browse_as(partner), session, hostel, "2", headers={"HX-Request": "true"})

    assert answer.status_code == 200
    assert answer.text.strip().startswith("<section") or "<html" not in answer.text
    assert f'id="offre-{hostel.offer_id}"' in answer.text
    assert "C&#39;est noté" in answer.text or "C'est noté" in answer.text


def test_two_tabs_cannot_both_speak_of_the_same_figures(session, browse_as, partner, hostel):
    browser = browse_as(partner)
    old = {"value": "5", "seen": seen(session, hostel)}
    press(browser, session, hostel, "2")

    late = browser.post("portal.announce", old, lot_id=hostel.id)

    assert late.status_code == 409
    assert hostel.open == 3
    assert "ont changé depuis" in late.text


def test_a_place_held_meanwhile_makes_the_press_stale(session, browse_as, partner, hostel):
    browser = browse_as(partner)
    old = {"value": "5", "seen": seen(session, hostel)}
    ClaimFactory(lot=hostel)

    late = browser.post("portal.announce", old, lot_id=hostel.id, headers={"HX-Request": "true"})

    assert (late.status_code, hostel.open) == (409, 4)
    assert "2 réservations" in late.text.replace("\u00a0", " ")


@pytest.mark.parametrize("typed", ["-1", "10000", "beaucoup", "", "1e2", "1\x00"])
def test_what_is_no_number_of_places_is_refused_and_nothing_is_kept(
    session, browse_as, partner, hostel, typed
):
    answer = press(browse_as(partner), session, hostel, typed)

    assert answer.status_code == 422
    assert "Écrivez un nombre entier de places" in answer.text
    assert session.query(CapacityReport).count() == 0


def test_another_partners_places_do_not_exist(session, browse_as, hostel):
    stranger = browse_as(PartnerFactory())

    assert press(stranger, session, hostel, "2").status_code == 404
    assert hostel.open == 4
