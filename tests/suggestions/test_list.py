"""The list under the words: grouped, each line leading to its address, for whoever may search."""

from urllib.parse import parse_qs, urlsplit

import html5lib
import pytest

from models.codes.services import CareType
from tests.factories import (
    CareOfferFactory,
    CounsellorFactory,
    OrganizationFactory,
    PartnerFactory,
    SiteFactory,
)


@pytest.fixture
def centre(session):
    """A care centre."""
    owner = OrganizationFactory(legal_name="CSAPA Le Tilleul")
    CareOfferFactory(site=SiteFactory(organization=owner), care_type=CareType.CSAPA)
    session.commit()
    return owner


def options(answer):
    """Each group's title with the address of each of its lines."""
    tree = html5lib.parseFragment(answer.text, namespaceHTMLElements=False)
    groups = tree.findall(".//*[@role='group']")
    return {
        group.find("div[@role='presentation']").text: [
            option.get("data-url") for option in group.findall("div[@role='option']")
        ]
        for group in groups
    }


def test_each_line_leads_somewhere_and_keeps_the_rest_of_the_form(centre, browse_as):
    browser = browse_as(CounsellorFactory())
    typed = {"mots": "csapa", "commune": "Villeurbanne", "animal": "y", "famille": "LOGEMENT"}

    found = options(browser.post("directory.suggestions", typed))

    (kind,) = found["Sortes d'offres"]
    assert parse_qs(urlsplit(kind).query) == {
        "famille": ["SANTE"],
        "type": ["CSAPA"],
        "commune": ["Villeurbanne"],
        "animal": ["y"],
    }
    assert found["Partenaires (ouvre leur page)"] == [f"/structures/{centre.id}"]


@pytest.mark.usefixtures("centre")
def test_a_commune_goes_to_its_field_and_the_words_stay(browse_as):
    browser = browse_as(CounsellorFactory())

    found = options(browser.post("directory.suggestions", {"mots": "csapa villeurb"}))

    assert parse_qs(urlsplit(found["Communes"][0]).query) == {
        "mots": ["csapa"],
        "commune": ["Villeurbanne (69100, Rhône)"],
    }


def test_a_partner_searches_nothing(browse_as):
    browser = browse_as(PartnerFactory())

    answer = browser.post("directory.suggestions", {"mots": "csapa"})

    assert answer.status_code == 403


@pytest.mark.usefixtures("centre")
def test_nothing_typed_is_logged(browse_as, caplog, capsys):
    browse_as(CounsellorFactory()).post("directory.suggestions", {"mots": "Dupontel"})

    assert "upontel" not in caplog.text + "".join(capsys.readouterr())
