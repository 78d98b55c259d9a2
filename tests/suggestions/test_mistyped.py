"""One typing mistake in a word still suggests, when what was typed begins nothing."""

import pytest

from models.codes.housing import HousingType
from models.codes.services import CareType
from search import indexing
from search.suggesting import Suggested, suggest
from tests.factories import CareOfferFactory, HousingOfferFactory, OrganizationFactory, SiteFactory

indexing.install()


@pytest.fixture(autouse=True)
def network(session):
    """A care centre in Villeurbanne and a hostel."""
    centre = OrganizationFactory(legal_name="CSAPA Le Tilleul")
    CareOfferFactory(site=SiteFactory(organization=centre), care_type=CareType.CSAPA)
    HousingOfferFactory(housing_type=HousingType.CHRS)
    session.commit()
    indexing.catch_up(session)


@pytest.mark.parametrize(
    ("typed", "label", "rest"),
    [
        ("villeurbane", "Villeurbanne", ""),
        ("csapa villeurbane", "Villeurbanne", "csapa"),
        ("foyer à vileurb", "Villeurbanne", "foyer"),
        ("Oyonax", "Oyonnax", ""),
        ("csapa vlileurbanne", "Villeurbanne", "csapa"),
    ],
)
def test_a_commune(typed, label, rest, session):
    first = suggest(session, typed).towns[0]

    assert first.place.label.startswith(label)
    assert first.rest == rest


@pytest.mark.parametrize("typed", ["hebergemnt", "hébergemnt", "hebregement", "centre hebergemn"])
def test_a_kind(typed, session):
    assert [kind.code for kind in suggest(session, typed).kinds] == ["CHRS"]


@pytest.mark.parametrize("typed", ["tileul", "le tillul", "csapa tilleull"])
def test_a_partner(typed, session):
    assert [one.name for one in suggest(session, typed).partners] == ["CSAPA Le Tilleul"]


@pytest.mark.parametrize("typed", ["tilleul csapa", "villeurb", "hebergement"])
def test_what_begins_something_is_left_as_it_is(typed, session, monkeypatch):
    monkeypatch.setattr("search.suggesting.mended", lambda *_: pytest.fail("mended"))

    assert suggest(session, typed) != Suggested()


@pytest.mark.parametrize("typed", ["chtr", "xqzwkjh", "a" * 60, "12345678", "tileul" * 30, "œœœœœ"])
def test_what_is_like_nothing_suggests_nothing(typed, session):
    assert suggest(session, typed) == Suggested()


def test_the_name_of_a_confidential_site_is_not_suggested_mistyped(session):
    owner = OrganizationFactory(legal_name="Refuge Oméga")
    site = SiteFactory(organization=owner, name="Villa Discrète", is_confidential=True)
    HousingOfferFactory(site=site, title="Hébergement")
    session.commit()
    indexing.catch_up(session)

    for typed in ("discrrete", "villa discrtee"):
        assert suggest(session, typed).partners == ()
