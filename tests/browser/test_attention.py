"""The attention lists worked through by keyboard, and the gap map, with axe on every page."""

import datetime as dt
import re

import pytest
from playwright.sync_api import expect

from models.base import now, today
from models.codes.claims import Sharing
from models.codes.organization import Channel
from models.network_days import UnmetSearch
from tests.factories import LotFactory, SiteFactory, TigLeadFactory, TigPostFactory, UnitFactory
from tests.factories.network import OfferStateFactory

LIST = "/reseau/a-traiter/silencieux?territoire=departement-42"
LOIRE = {"department_code": "42", "insee_code": "42218"}


@pytest.fixture
def lead(world, session):
    """A TIG lead of the Loire, where three partners have said nothing for three months."""
    for name in ("Bleu", "Jaune", "Vert"):
        site = SiteFactory(**LOIRE, phone="+33477000000", organization__legal_name=name)
        said = {"verified_at": now() - dt.timedelta(90), "verified_channel": Channel.PHONE}
        post = TigPostFactory(site=site, title=f"Parc {name}", **said)
        LotFactory(offer=post, places=3, open=2, sharing=Sharing.SHARED)
        OfferStateFactory(offer=post, verified_at=post.verified_at)
    session.commit()
    return world.staff(TigLeadFactory, UnitFactory(department_code="42"))


def test_a_list_is_worked_through_by_keyboard(house, lead):
    visitor = house.enter(lead)
    visitor.go("/reseau/a-traiter")
    visitor.follow_about("Partenaires silencieux")
    visitor.sees("Parc Bleu", "04 77 00 00 00")
    visitor.page.locator("#contenu").get_by_label("Qui avez-vous eu").first.focus()

    visitor.page.keyboard.type("Mme Roux")
    visitor.page.keyboard.press("Tab")
    visitor.page.keyboard.press("Enter")

    rows = visitor.page.locator("[data-worklist] > li")
    expect(rows).to_have_count(2)
    expect(rows.first).to_be_focused()
    expect(visitor.page.locator("#dit")).to_have_text("C'est noté : Parc Bleu.")
    visitor.settle()
    visitor.page.get_by_role("button", name=re.compile("Complet.*Vert")).press("Enter")
    expect(rows).to_have_count(1)
    visitor.again()
    visitor.sees("Parc Jaune", "1 ligne")


def test_a_list_is_worked_through_without_javascript(house, lead):
    visitor = house.enter(lead, java_script_enabled=False)
    visitor.go(LIST)
    before = visitor.page.locator("[data-worklist] > li").count()

    visitor.press_about("Toujours exact")

    visitor.sees("C'est noté")
    assert visitor.page.locator("[data-worklist] > li").count() == before - 1


def test_the_gap_map_is_filled_and_said(house, lead, session):
    counter = {"family": "LOGEMENT", "type_code": "", "term": "", "searches": 12}
    session.merge(UnmetSearch(day=today(), insee_code="42218", **counter))
    session.commit()
    visitor = house.enter(lead, draws=True)

    for address, words in (
        ("/reseau/couverture?offre=LOGEMENT", "Aucune offre assez proche"),
        ("/reseau/couverture?territoire=france&par=departement", "Habitants sans offre"),
        ("/reseau/couverture/recherches", "Saint-Étienne"),
    ):
        visitor.go(address)
        visitor.sees(words)
        place = visitor.page.locator("[data-cover]")
        expect(place).to_have_attribute("data-ready", "yes", timeout=30_000)
        visitor.check()
