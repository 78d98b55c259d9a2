"""A town among the words is searched around, the page says so, and one click undoes it."""

from tests.factories import CareOfferFactory, CounsellorFactory, SiteFactory, point

SAINT_ETIENNE = {"insee_code": "42218", "postal_code": "42000", "public_point": point(4.39, 45.44)}


def index(browse_as, **asked):
    return browse_as(CounsellorFactory()).get("directory.index", **asked)


def test_a_town_inside_the_text_is_searched_around_and_told(browse_as):
    CareOfferFactory(title="Centre Les Tilleuls")
    CareOfferFactory(title="Centre Les Tilleuls de Fauriel", site=SiteFactory(**SAINT_ETIENNE))

    page = index(browse_as, mots="tilleuls villeurbanne")

    assert "1 offre tilleuls près de Villeurbanne, 20 km" in page
    assert "« villeurbanne » est compris comme la commune : Villeurbanne (69100, Rhône)" in page
    assert "Fauriel" not in page


def test_one_click_makes_it_a_word_again(browse_as):
    CareOfferFactory(title="Tilleuls de Villeurbanne", site=SiteFactory(**SAINT_ETIENNE))
    CareOfferFactory(title="Les Tilleuls")

    page = index(browse_as, mots="tilleuls villeurbanne", tel_quel="y")

    assert "Tilleuls de Villeurbanne" in page
    assert "est compris comme la commune" not in page


def test_when_nothing_is_there_the_words_are_searched_as_they_are(browse_as):
    CareOfferFactory(title="Tilleuls de Villeurbanne", site=SiteFactory(**SAINT_ETIENNE))

    page = index(browse_as, mots="tilleuls villeurbanne")

    assert "Tilleuls de Villeurbanne" in page
    assert "est compris comme la commune" not in page


def test_a_town_mistyped_among_the_words_is_one_all_the_same(browse_as):
    CareOfferFactory(title="Centre Les Tilleuls")
    CareOfferFactory(title="Centre Les Tilleuls de Fauriel", site=SiteFactory(**SAINT_ETIENNE))

    page = index(browse_as, mots="tilleuls vileurbane")

    assert "1 offre tilleuls près de Villeurbanne, 20 km" in page
    assert "Résultats pour « villeurbanne » au lieu de « vileurbane »" in page
    assert "Fauriel" not in page
    assert "est compris comme" not in index(browse_as, mots="tilleuls vileurbane", tel_quel="y")


def test_what_led_to_the_town_is_not_looked_for(browse_as):
    CareOfferFactory(title="Les Tilleuls")

    assert "1 offre tilleuls près de Villeurbanne" in index(browse_as, mots="tilleuls à 69100")


def test_a_commune_of_its_own_leaves_the_words_alone(browse_as):
    CareOfferFactory(title="Tilleuls de Bron")

    page = index(browse_as, mots="tilleuls bron", commune="Villeurbanne")

    assert "1 offre tilleuls bron près de Villeurbanne, 20 km" in page


def test_what_is_excluded_is_told(browse_as):
    CareOfferFactory(title="Les Tilleuls")
    CareOfferFactory(title="Tilleuls et alcool")

    page = index(browse_as, mots="tilleuls -alcool")

    assert "Sans les offres qui disent « alcool »" in page
    assert "Tilleuls et alcool" not in page
