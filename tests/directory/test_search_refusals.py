"""Searches that cannot be, refused at the field with what was typed; any others are answered."""

import datetime as dt

import pytest

from app.directory.forms.search import SearchForm
from models.base import today
from search.engine import Window
from tests.factories import CareOfferFactory, CounsellorFactory


def index(browse_as, status=200, **asked):
    return browse_as(CounsellorFactory()).get("directory.index", status=status, **asked)


def test_an_unknown_commune_is_refused_at_its_field_with_suggestions(browse_as):
    page = index(browse_as, status=422, commune="Vileurbane")

    assert "Nous ne trouvons pas un lieu unique nommé « Vileurbane »" in page
    assert "Vouliez-vous dire : Villeurbanne (69100, Rhône)" in page


def test_a_radius_of_ten_thousand_kilometres_is_refused_and_kept(browse_as):
    browser = browse_as(CounsellorFactory())

    answer = browser.open("GET", "directory.index", rayon="10000", commune="Lyon")

    assert answer.status_code == 422
    assert "Écrivez un rayon de 1 à 200 km." in answer.text
    assert 'value="10000"' in answer.text


def test_ten_thousand_characters_are_refused_at_their_field(browse_as):
    page = index(browse_as, status=422, mots="a" * 10_000)

    assert "200 caractères au plus." in page


def test_a_nul_byte_is_taken_out_and_told(browse_as):
    page = index(browse_as, status=422, mots="csapa\0")

    assert "caractère invisible" in page


def test_a_window_that_ends_before_it_starts_is_refused(browse_as):
    page = index(browse_as, status=422, du="2027-03-03", au="2027-03-01")

    assert "La fin doit être après le début (3 mars 2027)." in page


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"du": "2020-03-03", "au": "2020-03-10"}, "Ces jours sont passés"),
        ({"du": "2020-03-03"}, "Ces jours sont passés"),
        ({"libre": "y", "du": "2037-03-03"}, "Effacez ces dates, ou décochez"),
    ],
)
def test_a_period_that_would_not_be_looked_at_is_refused(browse_as, asked, said):
    assert said in index(browse_as, status=422, **asked)


def test_a_period_that_has_begun_is_looked_at_from_today(app):
    with app.test_request_context():
        form = SearchForm(data={"du": dt.date(2020, 3, 3), "au": dt.date(2037, 3, 3)})

    assert form.window == Window(today(), dt.date(2037, 3, 3))


@pytest.mark.parametrize(
    "words",
    [
        *("🏠", "🏠 csapa", "le la les", "-femmes", "sans", "'; DROP TABLE offer; --", '"foyer'),
        *("<script>alert(1)</script>", "a" * 200, "foyer & | ! ( ) :*"),
    ],
)
def test_whatever_is_typed_is_answered(browse_as, words):
    CareOfferFactory(title="CSAPA Le Tilleul")

    page = browse_as(CounsellorFactory()).get("directory.index", mots=words)

    assert "offre" in page


def test_a_thousand_filters_make_no_long_page(browse_as):
    asked = {"langue": ["ar", "en", "ro"] * 400, "inconnu": ["x"] * 300, "type": ["CHRS"] * 300}

    answer = browse_as(CounsellorFactory()).open("GET", "directory.index", **asked)

    assert answer.status_code == 200
    assert len(answer.data) < 150_000
