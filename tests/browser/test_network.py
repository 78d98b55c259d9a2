"""The network in a browser: map and table agree, filters, keyboard, paper, telephone."""

import re

import pytest
from playwright.sync_api import expect
from sqlalchemy.orm import Session

from app.network.refreshing import refresh
from tests.browser.mapping import redrawn
from tests.browser.network import drawn, listed, opened
from tests.factories import (
    CareOfferFactory,
    CoordinatorFactory,
    LotFactory,
    SiteFactory,
    UnitFactory,
    point,
)

TELEPHONE = {"viewport": {"width": 390, "height": 844}}
VILLEURBANNE = "/reseau?territoire=commune-69266"


@pytest.fixture
def planted(session, world, database):
    """A coordinator; two posts, a bed and a clinic in Villeurbanne, copied for the map."""
    world.post("Verger partagé", places=3, lon=4.8795, lat=45.7665)
    world.post("Atelier vélo", places=1, lon=4.8900, lat=45.7700)
    world.bed("Résidence des Lilas", places=2, lon=4.8700, lat=45.7600)
    site = SiteFactory(
        organization__legal_name="Centre des Gratte-Ciel", public_point=point(4.9, 45.775)
    )
    LotFactory(offer=CareOfferFactory(site=site, title="Consultation du matin"))
    session.commit()
    with Session(database.superuser) as worker:
        refresh(worker)
        worker.commit()
    return world.staff(CoordinatorFactory, UnitFactory())


def test_map_and_table_agree_and_filters_change_both_without_reloading(house, planted):
    coordinator = house.enter(planted, draws=True)
    coordinator.go(VILLEURBANNE)
    page = coordinator.page
    drawn(page)
    page.evaluate("() => { window.same = true; }")

    points = opened(page)
    offers = points.get_by_role("link", name=re.compile("Verger|Atelier|Lilas"))
    expect(offers).not_to_have_count(0)
    titles = {text.split(" : ")[0] for text in offers.all_inner_texts()}
    assert titles <= listed(page)

    page.locator("summary", has_text="Filtres").press("Enter")
    page.get_by_label("Logement", exact=True).check()
    expect(page.locator(".network-table")).not_to_contain_text("Verger partagé")
    expect(page.get_by_label("Logement", exact=True)).to_be_focused()
    assert "famille=LOGEMENT" in page.url
    expect(points).not_to_contain_text("Verger")
    coordinator.check()

    page.locator("#chips").get_by_role("link", name="Logement Enlever ce filtre").click()
    expect(page.locator(".network-table")).to_contain_text("Verger partagé")
    expect(page.get_by_label("Logement", exact=True)).not_to_be_checked()
    page.get_by_role("link", name="Places libres", exact=True).press("Enter")
    expect(page.locator("th[aria-sort=ascending]")).to_contain_text("Places libres")
    expect(page.get_by_role("link", name="Places libres", exact=True)).to_be_focused()
    page.get_by_label("Territoire").select_option("departement-69")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Rhône")
    assert page.evaluate("() => window.same"), "the page was reloaded"
    coordinator.check()


def test_a_shared_link_a_zone_and_a_press_on_the_map(house, planted):
    coordinator = house.enter(planted, draws=True)
    coordinator.go(VILLEURBANNE + "&famille=LOGEMENT&tri=-libres")
    page = coordinator.page
    place = drawn(page)
    expect(page.locator("#chips")).to_contain_text("Logement")

    page.get_by_role("button", name="Limiter le tableau à la zone affichée").press("Enter")
    expect(page.locator("#chips")).to_contain_text("Zone affichée sur la carte")
    assert "zone=" in page.url
    assert "Résidence des Lilas" in listed(page)

    place.locator("canvas").focus()
    before = place.locator("canvas").screenshot()
    page.keyboard.press("ArrowRight")
    redrawn(place.locator("canvas"), before)
    coordinator.check()


def test_a_press_on_a_point_says_whose_it_is_and_leads_to_the_offer(house, planted):
    coordinator = house.enter(planted, draws=True)
    coordinator.go(VILLEURBANNE + "&famille=SANTE")
    page = coordinator.page
    canvas = drawn(page).locator("canvas")

    opened(page)
    canvas.click()

    popup = page.locator(".maplibregl-popup")
    expect(popup).to_contain_text("Consultation du matin")
    expect(popup).to_contain_text("Centre des Gratte-Ciel, Villeurbanne")
    coordinator.check()
    coordinator.follow("Consultation du matin", ".maplibregl-popup")
    coordinator.sees("Centre des Gratte-Ciel")


def test_without_webgl_and_on_paper_the_table_says_all(house, planted):
    coordinator = house.enter(planted, draws=False)
    coordinator.go(VILLEURBANNE)
    page = coordinator.page

    coordinator.sees("La carte ne peut pas s'afficher ici.", "Verger partagé", "offres")
    page.emulate_media(media="print")
    assert b"/MediaBox [0 0 841" in page.pdf(prefer_css_page_size=True)

    for away in ("#filtres", "#carte", ".exports", ".tabs"):
        expect(page.locator(away).first).to_be_hidden()
    expect(page.locator(".network-table")).to_be_visible()


def test_on_a_telephone_nothing_overflows_and_the_map_can_be_skipped(house, planted):
    coordinator = house.enter(planted, draws=True, **TELEPHONE)
    coordinator.go(VILLEURBANNE)
    page = coordinator.page
    drawn(page)

    assert page.evaluate("() => document.documentElement.scrollWidth") <= 390
    page.get_by_role("link", name="Passer la carte").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#donnees")).to_be_in_viewport()
    expect(page.locator(".network-table tbody tr").first).to_be_visible()
    coordinator.check()
