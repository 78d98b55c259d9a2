"""A watched search tells what appeared or has a place free again, and nothing else."""

import re

from app.saved.rules import news
from models.base import now
from models.codes.claims import ClaimState
from models.codes.offer import Publication
from models.codes.saved import NewsKind
from tests.factories import (
    CareOfferFactory,
    ClaimFactory,
    HousingOfferFactory,
    LotFactory,
    SiteFactory,
    point,
)

CLINICS = {"famille": "SANTE"}
BEDS = {"famille": "LOGEMENT"}


def test_what_was_there_is_no_news_and_what_appears_is(watch):
    browser, save, again = watch
    CareOfferFactory(title="Déjà là")
    search = save(**CLINICS)
    assert again(search) == 0

    CareOfferFactory(title="Nouveau centre")
    assert (again(search), again(search)) == (1, 0)

    page = browser.get("saved.show", search_id=search.id)
    assert "1 nouveauté depuis" in page
    assert ": nouvelle dans cette recherche" in page
    assert "Nouveau centre" in page
    assert "Déjà là" not in page
    day = browser.get("casework.index")
    assert "Nouveautés de mes recherches (1) Suivie : 1 nouveauté depuis" in day


def test_what_comes_from_afar_is_followed_beyond_what_a_page_shows_of_it(watch):
    _, save, again = watch
    lines = [CareOfferFactory(is_remote=True) for _ in range(5)]
    search = save(**CLINICS, commune="Villeurbanne")
    assert again(search) == 0

    CareOfferFactory(is_remote=True)
    assert again(search) == 1

    lines[0].publication = Publication.CLOSED
    assert again(search) == 0
    CareOfferFactory.create_batch(2, zone_eligibility=["Rhône"], site=far_away())
    assert (again(search), again(search)) == (2, 0)


def far_away():
    """A site beyond any radius asked here."""
    return SiteFactory(insee_code="01053", public_point=point(5.2258, 46.2052))


def test_a_place_free_again_is_news_until_it_is_taken(session, watch):
    browser, save, again = watch
    lot = LotFactory(offer=HousingOfferFactory(title="Le Foyer"), places=1)
    claim = ClaimFactory(lot=lot)
    search = save(**BEDS)
    assert again(search) == 0

    claim.state, claim.ended_at = ClaimState.RELEASED, now()
    assert again(search) == 1
    assert ": une place s'est libérée" in browser.get("saved.show", search_id=search.id)

    ClaimFactory(lot=lot)
    again(search)
    assert "Rien de nouveau." in browser.get("saved.show", search_id=search.id)


def test_what_was_seen_or_withdrawn_is_news_no_more(session, watch):
    browser, save, again = watch
    search = save(**CLINICS)
    seen, gone = CareOfferFactory(title="Vu"), CareOfferFactory(title="Retiré")
    assert again(search) == 2

    gone.publication = Publication.CLOSED
    again(search)
    assert "1 nouveauté depuis" in browser.get("saved.show", search_id=search.id)

    browser.post("saved.see", search_id=search.id)
    assert "Rien de nouveau." in browser.get("saved.show", search_id=search.id)
    assert again(search) == 0
    assert seen.id in search.known_ids


def test_what_appears_after_the_page_was_opened_stays_news(watch):
    browser, save, again = watch
    search = save(**CLINICS)
    CareOfferFactory(title="Montré")
    again(search)
    page = browser.open("GET", "saved.show", search_id=search.id).text
    until = re.findall(r'name="jusque" value="([^"]+)"', page)[0]

    CareOfferFactory(title="Arrivé depuis")
    again(search)
    browser.post("saved.see", {"jusque": until}, search_id=search.id)

    page = browser.get("saved.show", search_id=search.id)
    assert "Arrivé depuis" in page
    assert "Montré" not in page


def test_a_search_of_days_that_are_past_is_asked_no_more(watch):
    browser, save, again = watch
    search = save(famille="SANTE", du="2027-03-03", au="2027-03-10")
    search.query = search.query | {"du": ["2020-03-03"], "au": ["2020-03-10"]}

    assert again(search) == 0

    assert search.known_ids is None
    assert "dates passées" in browser.get("saved.index")


def test_who_left_is_looked_for_no_more(watch, owner):
    _, save, again = watch
    search = save(**CLINICS)
    CareOfferFactory()
    owner.active = False

    assert again(search) == 0


def test_news_are_what_was_not_known_or_had_nothing_free():
    fresh = news([1, 2], [1], found=[1, 2, 3], free_now=[1, 2, 3])

    assert fresh == {2: NewsKind.FREED, 3: NewsKind.FOUND}
