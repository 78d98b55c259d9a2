"""What is suggested while one types, and what never is."""

import pytest

from models.codes.housing import HousingType
from models.codes.organization import OrganizationStatus
from models.codes.services import CareType
from search import indexing
from search.suggesting import Suggested, suggest
from tests.factories import (
    CareOfferFactory,
    HousingOfferFactory,
    OrganizationFactory,
    SiteFactory,
)

indexing.install()


@pytest.fixture(autouse=True)
def network(session):
    """A care centre in Villeurbanne and a hostel."""
    centre = OrganizationFactory(legal_name="CSAPA Le Tilleul", acronym="ALT2")
    CareOfferFactory(site=SiteFactory(organization=centre), care_type=CareType.CSAPA)
    HousingOfferFactory(housing_type=HousingType.CHRS)
    session.commit()


@pytest.mark.parametrize("typed", ["tilleul", "Le Till", "csapa le tilleul", "TILLEUL CSA", "alt2"])
def test_a_partner_is_suggested_by_the_beginnings_of_its_words(typed, session):
    assert [one.name for one in suggest(session, typed).partners] == ["CSAPA Le Tilleul"]


def test_a_partner_is_suggested_by_the_name_of_a_public_site(session):
    owner = OrganizationFactory(legal_name="Association Alpha")
    SiteFactory(organization=owner, name="Maison des Érables")
    session.flush()

    assert [one.id for one in suggest(session, "erables").partners] == [owner.id]


def test_a_confidential_site_is_never_suggested_nor_says_where_it_is(session):
    owner = OrganizationFactory(legal_name="Refuge Oméga")
    SiteFactory(organization=owner, name="Villa Discrète", is_confidential=True)
    session.flush()

    assert suggest(session, "villa discr") == Suggested()
    assert suggest(session, "omega").partners == ()


def test_a_closed_partner_is_not_suggested(session):
    owner = OrganizationFactory(legal_name="Atelier Delta", status=OrganizationStatus.CLOSED)
    SiteFactory(organization=owner)
    session.flush()

    assert suggest(session, "delta").partners == ()


@pytest.mark.parametrize(
    ("typed", "code"),
    [("csa", "CSAPA"), ("addic", "CSAPA"), ("centre d'hébergem", "CHRS"), ("reinsertion", "CHRS")],
)
def test_a_kind_is_suggested_by_its_label_its_acronym_or_its_other_names(typed, code, session):
    assert [kind.code for kind in suggest(session, typed).kinds] == [code]


def test_a_kind_that_nobody_offers_is_not_suggested(session):
    assert suggest(session, "résidence acc").kinds == ()


@pytest.mark.parametrize(
    ("typed", "label", "rest"),
    [
        ("villeurb", "Villeurbanne", ""),
        ("csapa villeu", "Villeurbanne", "csapa"),
        ("foyer à saint-étien", "Saint-Étienne", "foyer"),
        ("csapa 6910", "Villeurbanne", "csapa"),
    ],
)
def test_a_commune_is_suggested_by_the_end_of_the_text(typed, label, rest, session):
    first = suggest(session, typed).towns[0]

    assert first.place.label.startswith(label)
    assert first.rest == rest


def test_words_of_the_field_are_suggested_as_they_are_written(session):
    assert suggest(session, "dormir").terms == ("dormir", "dormir ce soir")


@pytest.mark.parametrize(
    "typed", ["", " ", "x", "%%", "__", "a" * 5_000, "\x00\ud800é", "' OR 1=1", "-villeurb", "🙂🙂"]
)
def test_any_text_is_answered(typed, session):
    assert isinstance(suggest(session, typed), Suggested)


def test_a_wildcard_is_not_a_wildcard(session):
    assert suggest(session, "%%%") == suggest(session, "___") == Suggested()
