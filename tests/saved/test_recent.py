"""The last ten searches of an account, without the words that name somebody."""

import json

import pytest
from sqlalchemy import select

from app.recent.words import foreign
from models.saved import RecentSearch
from tests.factories import CareOfferFactory, CounsellorFactory

KINDS = ("pour=MEN", "animal=y", "enfants=y", "pmr=y", "bracelet=y", "recent=y")


@pytest.fixture
def owner(session):
    return CounsellorFactory()


@pytest.fixture
def recent(session, owner):
    """What was remembered, the last first; it was committed apart, as the audit log is."""
    mine = select(RecentSearch).where(RecentSearch.account_id == owner.id)
    return lambda: session.scalars(mine.order_by(RecentSearch.searched_at.desc())).all()


def test_a_search_is_remembered_once_with_its_correction(browse_as, owner, recent):
    CareOfferFactory(title="Consultation d'addictologie")
    browser = browse_as(owner)

    browser.get("directory.index", mots="adictologie", commune="Villeurbanne")
    browser.get("directory.index", mots="addictologie", commune="69100 Villeurbanne")

    assert [one.query["mots"] for one in recent()] == [["addictologie"]]
    assert "addictologie près de Villeurbanne, 20 km ," in browser.get("saved.index")


def test_a_name_typed_by_mistake_is_kept_nowhere(session, browse_as, owner, recent):
    browser = browse_as(owner)

    browser.get("directory.index", mots="Durandeau", commune="Lyon")
    browser.get("directory.index", mots="logement Durandeau")

    (kept,) = recent()
    assert kept.lost_words
    assert "durandeau" not in f"{kept.query} {kept.said}".lower()
    assert "(sans vos mots, qui ne sont pas gardés)" in browser.get("saved.index")


def test_an_address_written_by_hand_brings_no_word_in(session, browse_as, owner, recent):
    corners = [[4.8, 45.7], [4.9, 45.7], [4.9, 45.8], [4.8, 45.7]]
    shape = {"type": "Polygon", "coordinates": [corners], "properties": {"nom": "Durandeau"}}
    asked = {"type": ["Durandeau", "\0"], "famille": ["LOGEMENT", "Durandeau"]}
    asked |= {"couple": ["Durandeau"], "mesure": ["DDSE", "DDSE"], "zone": [json.dumps(shape)]}

    browse_as(owner).get("directory.index", **asked)

    (kept,) = recent()
    assert "durandeau" not in f"{kept.query} {kept.said}".lower()
    assert kept.query.keys() == {"famille", "couple", "mesure", "zone"}
    assert kept.query["mesure"] == ["DDSE"]


def test_ten_are_kept_and_neither_the_next_pages_nor_the_empty_search(browse_as, owner, recent):
    browser = browse_as(owner)
    for km in range(1, 13):
        browser.get("directory.index", commune="Villeurbanne", rayon=str(km))
    browser.get("directory.index")

    assert [one.query["rayon"] for one in recent()] == [[str(km)] for km in range(12, 2, -1)]


def test_they_are_cleared_or_no_longer_kept_by_a_press(browse_as, owner, recent):
    browser = browse_as(owner)
    browser.get("directory.index", famille="SANTE")
    session_rows = len(recent())

    browser.post("saved.choose_recent", {"value": "non"})
    session_forgets = len(recent())
    browser.get("directory.index", famille="LOGEMENT")

    assert (session_rows, session_forgets, len(recent())) == (1, 0, 0)
    assert "Vos recherches ne sont pas gardées." in browser.get("saved.index")


@pytest.mark.parametrize(
    ("text", "not_kept"),
    [
        ("CSAPA Villeurbanne", ()),
        ("hébergements d'urgence pour femmes à Bourg-en-Bresse", ()),
        ("csapa 69100", ()),
        ("csapa 0612345678", ("0612345678",)),
        ("M. Durandeau chantier", ("m", "durandeau")),
        ("Villeurbanne Bron Durandeau", ("durandeau",)),
    ],
)
def test_only_words_of_the_field_and_communes_may_be_kept(session, text, not_kept):
    assert foreign(session, text) == not_kept
