"""Hours are written by the day or in the syntax; errors are at the field; they show at once."""

from html import unescape

import pytest

from app.hours.syntax import read, write
from models.base import today
from models.offer import Offer
from models.organization import Site
from tests.factories import CounsellorFactory, PartnerFactory, SiteFactory, SupportOfferFactory

DAYS = {"lundi": "8h30-12h, 13h30-17h", "mardi": "8h30-12h, 13h30-17h", "feries": "y"}


@pytest.fixture
def offer(session):
    return SupportOfferFactory(site=SiteFactory(opening_hours="Mo 09:00-12:00"))


@pytest.fixture
def partner(browse_as, offer):
    return browse_as(PartnerFactory(organization=offer.organization))


def save(browser, row, level="sites", **said):
    return browser.post("directory.update_hours", said, level=level, record_id=row.id)


def test_days_and_closed_periods_become_the_syntax_and_the_page_says_them(
    browse_as, partner, offer, session
):
    first = today().replace(month=1, day=4).replace(year=today().year + 1)
    period = {"du_1": first.isoformat(), "au_1": first.replace(day=8).isoformat()}

    answer = save(partner, offer.site, **DAYS, **period)

    assert answer.status_code == 303
    written = session.get(Site, offer.site_id).opening_hours
    assert written == (
        f"Mo-Tu 08:30-12:00,13:30-17:00; PH off; {first.year} Jan 04-{first.year} Jan 08 off"
    )
    page = browse_as(CounsellorFactory()).get("directory.site", site_id=offer.site_id)
    assert "lundi 8 h 30 à 12 h, 13 h 30 à 17 h" in page
    assert f"Fermetures prévues : du 4 janvier au 8 janvier {first.year}" in page


def test_the_form_comes_back_filled_with_what_is_known(partner, offer):
    answer = partner.open("GET", "directory.edit_hours", level="sites", record_id=offer.site_id)

    assert 'value="9h-12h"' in answer.text


def test_an_offer_left_empty_has_the_hours_of_its_site(partner, offer, session):
    offer.opening_hours = "Fr 09:00-10:00"
    session.commit()

    save(partner, offer, level="offres")

    assert session.get(Offer, offer.id).opening_hours is None
    assert "Horaires du site" in partner.get("directory.show", offer_id=offer.id)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"lundi": "le matin"}, "Écrivez des heures comme 8h30-12h, 14h-17h"),
        ({"lundi": "9h-12h", "du_1": "2027-02-10", "au_1": "2027-02-01"}, "après le début"),
        ({"du_1": "2027-02-10"}, "Écrivez d'abord les heures d'un jour au moins."),
        ({"ecriture": "osm", "opening_hours": "Mo-Fr 9h"}, "ne se lisent pas à partir de"),
    ],
)
def test_what_cannot_be_read_is_refused_in_french_and_kept(partner, offer, session, said, why):
    answer = save(partner, offer.site, **said)

    assert answer.status_code == 422
    assert why in unescape(answer.text).replace("\u00a0", " ")
    assert next(iter(said.values())) in answer.text
    assert session.get(Site, offer.site_id).opening_hours == "Mo 09:00-12:00"


def test_the_syntax_says_what_days_cannot(partner, offer, session):
    text = "Mo[1] 09:00-12:00; PH off"

    save(partner, offer.site, ecriture="osm", opening_hours=text)

    assert session.get(Site, offer.site_id).opening_hours == text
    page = partner.get("directory.edit_hours", level="sites", record_id=offer.site_id)
    assert "disent plus que la saisie jour par jour" in page


def test_why_a_door_is_shut_is_not_lost(partner, offer, session):
    year = today().year + 1
    text = f'Mo 09:00-12:00; {year} Aug 01-{year} Aug 15 off "congés"'
    offer.site.opening_hours = text
    session.commit()

    page = partner.open("GET", "directory.edit_hours", level="sites", record_id=offer.site_id)
    save(partner, offer.site, ecriture="osm", opening_hours=text)

    assert 'name="lundi"' not in page.text
    assert text in unescape(page.text)
    assert session.get(Site, offer.site_id).opening_hours == text
    known = read(text)
    assert known is not None
    assert write(known) == text
