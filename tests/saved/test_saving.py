"""A search of the directory is named, listed, opened again, renamed, deleted by its owner alone."""

import pytest

from app.saved.routes.keeping import short
from models.saved import SavedSearch
from tests.factories import CareOfferFactory, CounsellorFactory, SavedSearchFactory

ZONE = '{"type":"Polygon","coordinates":[[[4.8,45.7],[4.9,45.7],[4.9,45.8],[4.8,45.7]]]}'


@pytest.fixture
def owner(session):
    return CounsellorFactory()


def saved(session) -> list[SavedSearch]:
    return list(session.query(SavedSearch).order_by(SavedSearch.id))


def test_a_search_is_saved_with_its_filters_under_its_name(session, browse_as, owner):
    browser = browse_as(owner)
    asked = {"mots": "addictologie villeurbanne", "rayon": "5", "animal": "y"}
    page = browser.get("saved.new", **asked)
    assert "addictologie près de Villeurbanne, 5 km ; Avec un animal" in page

    browser.post("saved.create", {"name": "Soins", "is_watched": "y"}, **asked)

    (search,) = saved(session)
    assert search.query == {
        "mots": ["addictologie"],
        "commune": ["Villeurbanne (69100, Rhône)"],
        "rayon": ["5"],
        "animal": ["y"],
    }
    assert "Soins addictologie près de Villeurbanne, 5 km" in browser.get("saved.index")


def test_the_name_proposed_says_a_place_once_and_ends_on_a_word(session, browse_as, owner):
    offer = CareOfferFactory()
    page = browse_as(owner).get("saved.new", site=offer.site_id)
    said = "CSAPA près de Villeurbanne, 20 km\u00a0; Avec un animal"
    long = f"{said}\u00a0; Mesure : Semi-liberté, Placement extérieur"

    assert "Autour de" not in page
    assert short(long) == f"{said}…"
    assert short("a" * 90) == "a" * 79 + "…"


def test_words_of_nobodys_trade_are_left_out_and_the_page_says_which(session, browse_as, owner):
    browser = browse_as(owner)
    asked = {"mots": "hébergement Durandeau", "famille": "LOGEMENT"}

    page = browser.get("saved.new", **asked)
    browser.post("saved.create", {"name": "Toits"}, **asked)

    assert "à cause de « durandeau »" in page
    assert saved(session)[0].query == {"famille": ["LOGEMENT"]}
    assert "durandeau" not in saved(session)[0].said.lower()


def test_a_search_made_of_a_name_alone_cannot_be_saved(session, browse_as, owner):
    browser = browse_as(owner)

    page = browser.get("saved.new", mots="Durandeau")
    answer = browser.post("saved.create", {"name": "Rien"}, mots="Durandeau")

    assert "Cette recherche ne peut pas être enregistrée" in page
    assert (answer.status_code, saved(session)) == (422, [])


def test_the_same_name_twice_is_refused_at_its_field_and_kept_as_typed(session, browse_as, owner):
    SavedSearchFactory(account=owner, name="Soins")

    answer = browse_as(owner).post("saved.create", {"name": "Soins"}, famille="SANTE")

    assert answer.status_code == 422
    assert "Une autre de vos recherches porte déjà ce nom." in answer.text
    assert 'value="Soins"' in answer.text
    assert len(saved(session)) == 1


def test_a_wrong_search_goes_back_to_the_directory_which_says_why(browse_as, owner):
    answer = browse_as(owner).open("GET", "saved.new", commune="Xyzzyville")

    assert answer.location == "/annuaire?commune=Xyzzyville"


def test_a_search_is_renamed_stopped_and_deleted(session, browse_as, owner):
    search = SavedSearchFactory(account=owner, name="Soins")
    browser = browse_as(owner)

    browser.post("saved.update", {"name": "Soins à Lyon"}, search_id=search.id)
    assert (search.name, search.is_watched) == ("Soins à Lyon", False)

    browser.post("saved.delete", search_id=search.id)
    assert saved(session) == []


def test_thirty_searches_are_enough_for_anybody(session, browse_as, owner):
    SavedSearchFactory.create_batch(30, account=owner)

    answer = browse_as(owner).post("saved.create", {"name": "De trop"}, famille="SANTE")

    assert "Vous avez déjà 30 recherches" in answer.text.replace("\u00a0", " ")
    assert len(saved(session)) == 30


def test_thirty_searches_cost_no_more_queries_than_two(browse_as, owner, count_queries):
    browser = browse_as(owner)
    SavedSearchFactory.create_batch(2, account=owner)
    few = count_queries(lambda: browser.get("saved.index"))
    SavedSearchFactory.create_batch(20, account=owner)

    assert count_queries(lambda: browser.get("saved.index")) == few


def test_what_finds_too_much_is_saved_and_not_watched(session, browse_as, owner, monkeypatch):
    monkeypatch.setattr("app.saved.routes.keeping.MOST", 1)
    CareOfferFactory.create_batch(2)
    browser = browse_as(owner)

    page = browser.get("saved.new", famille="SANTE")
    browser.post("saved.create", {"name": "Tout", "is_watched": "y"}, famille="SANTE")

    assert "Elle trouve plus de 1 offres" in page
    assert not saved(session)[0].is_watched


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"commune": "Villeurbanne", "dans": "departement"}, "Toutes les offres, Rhône (69)"),
        (
            {"commune": "Villeurbanne", "minutes": "30", "moyen": "BIKE"},
            "Toutes les offres près de Villeurbanne, 30 min à vélo au plus",
        ),
        ({"famille": "SANTE", "zone": ZONE}, "Santé, dans la zone dessinée"),
    ],
)
def test_every_way_to_say_where_is_kept_and_opens_again(session, browse_as, owner, asked, said):
    browser = browse_as(owner)

    browser.post("saved.create", {"name": "Là", "is_watched": "y"}, **asked)

    (search,) = saved(session)
    assert search.said.replace("\u00a0", " ").startswith(said)
    assert search.said.lower().count("dessinée") < 2
    assert search.known_ids == []
    assert said in browser.get("directory.index", **search.query)
