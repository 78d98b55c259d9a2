"""A counsellor prints the sheet for the person, downloads it, in French and in Arabic."""

import io

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from models.organization import SiteSecret

TELLING = ("SPIP", "justice", "Maillage", "TIG", "127.0.0.1")


@pytest.fixture
def post(world):
    """A post with all that one needs to go there."""
    lot = world.post("Entretien du parc", opening_hours="Mo-Fr 08:30-12:00,13:30-17:00")
    lot.offer.site.address, lot.offer.site.phone = "12 rue de la République", "+33472000001"
    world.commit()
    return lot


def read(document):
    """The one page of a document."""
    [page] = PdfReader(io.BytesIO(document)).pages
    return page.extract_text()


def test_the_sheet_is_printed_on_one_page_that_tells_nothing(house, world, post):
    visitor = house.enter(world.counsellor())
    visitor.go(f"/offres/{post.offer_id}")
    visitor.follow("Fiche à remettre")

    visitor.sees("12 rue de la République", "04 72 00 00 01", "Du lundi au vendredi")
    expect(visitor.button("Imprimer")).to_be_visible()
    printed = read(visitor.page.pdf(prefer_css_page_size=True))
    assert "12 rue de la République" in printed
    assert [word for word in TELLING if word in printed] == []


def test_the_sheet_is_downloaded_in_arabic(house, world, post):
    visitor = house.enter(world.counsellor())
    visitor.go(f"/offres/{post.offer_id}/fiche")
    visitor.follow("العربية")

    assert visitor.page.locator("article").get_attribute("dir") == "rtl"
    with visitor.page.expect_download() as waiting:
        visitor.page.get_by_role("link", name="Télécharger le PDF").click()
    assert waiting.value.suggested_filename == "fiche.pdf"
    assert "إلى أين تذهب" in read(waiting.value.path().read_bytes())


def test_a_confidential_address_is_printed_after_the_press_alone(house, world):
    lot = world.bed("Maison Garance")
    site, counsellor = lot.offer.site, world.counsellor()
    site.is_confidential = True
    owner = site.organization_id
    secret = SiteSecret(site_id=site.id, organization_id=owner, address="17 impasse des Zinzolins")
    world.session.add(secret)
    world.request(counsellor, lot)

    visitor = house.enter(counsellor)
    visitor.go(f"/offres/{lot.offer_id}/fiche")
    visitor.never_sees("Zinzolins")
    visitor.press("Afficher la fiche avec l'adresse")
    visitor.sees("17 impasse des Zinzolins", "Villeurbanne", "Cette adresse est confidentielle.")
