"""Who looks in the directory, and what is asked after a page of results that is too short."""

import html5lib
import pytest

from models.codes.housing import HousingType
from tests.factories import CounsellorFactory, HousingOfferFactory, SiteFactory
from tests.factories import point as at

# Some 23 km north of the town hall of Villeurbanne.
AWAY = (4.88, 45.973)


@pytest.fixture
def counsellor(browse_as):
    """A counsellor's browser."""
    return browse_as(CounsellorFactory())


@pytest.fixture
def hostel(session):
    """A hostel further than ten kilometres, of which nothing is said about animals."""
    return HousingOfferFactory(
        title="Foyer du Nord",
        housing_type=HousingType.CHRS,
        site=SiteFactory(name="Foyer du Nord", public_point=at(*AWAY)),
    )


@pytest.fixture
def relaxed(browse_as):
    """The part of the page asked after it: its text, and its links with what each asks for."""
    browser = browse_as(CounsellorFactory())

    def ask(**asked):
        headers = {"HX-Request": "true"}
        answer = browser.open("GET", "directory.relax", headers=headers, **asked)
        assert answer.status_code == 200
        tree = html5lib.parseFragment(answer.text, namespaceHTMLElements=False)
        lines = [
            (" ".join("".join(line.itertext()).split()), line.find("a").get("href"))
            for line in tree.findall(".//li")
        ]
        return " ".join("".join(tree.itertext()).split()), lines

    return ask
