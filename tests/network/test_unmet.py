"""What was searched and not found is counted, without anybody in it."""

import datetime as dt

import pytest
import sqlalchemy as sa

from app.extensions import db
from app.unmet.terms import known
from models.base import now, today
from models.codes.offer import Family
from models.network_days import UnmetSearch
from tests.factories import (
    CounsellorFactory,
    NeedFactory,
    SiteFactory,
    TigLeadFactory,
    TigPostFactory,
    point,
)

VILLEURBANNE = "69266"


@pytest.fixture(autouse=True)
def counted(app, database):
    """The counters as anybody reads them; they have transactions of their own, so are removed."""

    def read():
        with database.superuser.connect() as connection:
            return [tuple(row)[1:] for row in connection.execute(sa.select(UnmetSearch.__table__))]

    forget(database)
    yield read
    forget(database)
    with app.app_context():
        db.engine.dispose()


def forget(database):
    """What this test counted, and others before it."""
    with database.superuser.begin() as connection:
        connection.execute(sa.delete(UnmetSearch))


def look(browse_as, account=None, times=1, **asked):
    """Somebody searches, each time in another session."""
    for _ in range(times):
        browse_as(account or CounsellorFactory()).get("directory.index", **asked)


def test_a_search_without_result_is_counted_by_commune_and_kind(browse_as, counted):
    look(browse_as, times=2, commune="Villeurbanne", famille="LOGEMENT", type="CHRS")

    assert counted() == [(VILLEURBANNE, "LOGEMENT", "CHRS", "", 2)]


def test_words_that_find_nothing_together_are_counted_though_fewer_find_some(browse_as, counted):
    TigPostFactory(title="Jardin")

    look(browse_as, mots="jardin cannabis")

    assert [row[3] for row in counted()] == ["cannabis jardin"]


def test_what_comes_from_afar_to_the_people_of_the_commune_is_an_answer(browse_as, counted):
    bourg = SiteFactory(insee_code="01053", public_point=point(5.2258, 46.2052))
    TigPostFactory(site=bourg, zone_eligibility=["Rhône"])

    look(browse_as, commune="Villeurbanne")

    assert counted() == []


def test_the_same_search_again_in_one_session_counts_once(browse_as, counted):
    browser = browse_as(CounsellorFactory())

    for _ in range(3):
        browser.get("directory.index", commune="Villeurbanne", famille="LOGEMENT")

    assert counted() == [(VILLEURBANNE, "LOGEMENT", "", "", 1)]


def test_what_is_found_is_not_counted(browse_as, counted):
    TigPostFactory()

    look(browse_as, commune="Villeurbanne", famille="TIG")

    assert counted() == []


def test_only_words_of_the_vocabulary_are_kept(browse_as, counted):
    look(browse_as, mots="csapa", commune="Villeurbanne")
    look(browse_as, mots="csapa Samir Durand", commune="Villeurbanne")

    assert sorted(counted()) == [
        (VILLEURBANNE, "", "", "", 1),
        (VILLEURBANNE, "", "", "csapa", 1),
    ]


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Bracelets", "bracelet"),
        ("un foyer d'urgence", "foyer urgence"),
        ("urgence foyer", "foyer urgence"),
        ("foyer Durand", ""),
        ("0612345678", ""),
        ("foyer bracelet csapa urgence", ""),
        ("", ""),
    ],
)
def test_a_term_is_known_whole_or_not_at_all(text, term):
    assert known(text) == term


def test_who_only_looks_around_is_not_counted(browse_as, counted):
    look(browse_as, TigLeadFactory(), commune="Villeurbanne", famille="TIG")

    assert counted() == []


def test_a_need_that_nothing_fits_counts_its_commune_in_its_week(browse_as, counted, database):
    need = NeedFactory(family=Family.SANTE)
    browser = browse_as(need.plan.person.officer)

    for _ in range(2):
        browser.get("matching.show", need_id=need.id)

    assert counted() == [(need.plan.home_insee, "SANTE", "", "", 1)]
    with database.superuser.connect() as connection:
        day = connection.execute(sa.select(UnmetSearch.__table__.c.day)).scalar_one()
    assert day == today() - dt.timedelta(days=today().weekday())


def test_a_need_opened_again_another_day_does_not_pass_for_several(browse_as, counted):
    need = NeedFactory(family=Family.SANTE, created_at=now() - dt.timedelta(days=1))

    for _ in range(5):
        browse_as(need.plan.person.officer).get("matching.show", need_id=need.id)

    assert counted() == []
