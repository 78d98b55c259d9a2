"""The list of people followed: by name, one's own first, found without a name in an address."""

import datetime as dt

from models.codes.journey import OrientationStatus
from tests.factories import (
    CounsellorFactory,
    NeedFactory,
    OrientationFactory,
    PersonFactory,
    PlanFactory,
)


def test_people_come_in_the_order_of_their_names(browse_as):
    officer = CounsellorFactory()
    for name in ("Zidi", "Élie", "Duval", "eberhard"):
        PersonFactory(officer=officer, last_name=name)

    page = browse_as(officer).get("casework.people")

    places = [page.index(name) for name in ("DUVAL", "EBERHARD", "ÉLIE", "ZIDI")]
    assert places == sorted(places)


def test_colleagues_people_show_with_the_unit_switch_only(browse_as):
    officer = CounsellorFactory()
    PersonFactory(officer=CounsellorFactory(unit=officer.memberships[0].unit), last_name="Voisin")
    PersonFactory(last_name="Ailleurs")
    browser = browse_as(officer)

    assert "Vous ne suivez personne" in browser.get("casework.people")
    whole = browser.get("casework.people", de="unite")
    assert "VOISIN" in whole
    assert "AILLEURS" not in whole


def test_where_a_plan_stands_is_said_in_one_line(session, browse_as):
    officer = CounsellorFactory()
    waiting, idle = (PersonFactory(officer=officer) for _ in range(2))
    window = {"earliest_on": dt.date(2027, 3, 3), "latest_on": dt.date(2027, 3, 17)}
    need = NeedFactory(plan=PlanFactory(person=waiting, **window))
    OrientationFactory(need=need, status=OrientationStatus.ACCEPTED)

    page = browse_as(officer).get("casework.people")

    assert "Entrée prévue du 3 mars au 17 mars 2027 : place acceptée, à confirmer" in page
    assert "Pas de projet en cours" in page
    assert idle.last_name.upper() in page


def test_a_name_is_found_by_its_beginning_whatever_its_accents(browse_as):
    officer = CounsellorFactory()
    PersonFactory(officer=officer, last_name="Lefèvre-Ndiaye", first_name="Zoé")
    PersonFactory(last_name="Lefèvre", first_name="Zoé-Ailleurs")
    browser = browse_as(officer)

    found = browser.post("casework.search", {"nom": "ZOE lefev"})

    assert "LEFÈVRE-NDIAYE" in found.text
    assert "Ailleurs" not in found.text
    assert 'value="ZOE lefev"' in found.text


def test_nobody_found_is_explained(browse_as):
    found = browse_as(CounsellorFactory()).post("casework.search", {"nom": "introuvable"})

    assert found.status_code == 200
    assert "Personne de ce nom" in found.text


def test_an_endless_name_is_refused_and_kept(browse_as):
    found = browse_as(CounsellorFactory()).post("casework.search", {"nom": "x" * 10_000})

    assert found.status_code == 422
    assert "80 caractères au plus" in found.text


def test_a_nul_byte_in_a_name_is_taken_out_and_said(browse_as):
    found = browse_as(CounsellorFactory()).post("casework.search", {"nom": "a\x00b"})

    assert found.status_code == 422
    assert "caractère invisible" in found.text
    assert 'value="ab"' in found.text


def test_sixty_people_make_two_pages_and_as_many_queries_as_five(browse_as, count_queries):
    officer = CounsellorFactory()
    browser = browse_as(officer)
    for _ in range(5):
        PlanFactory(person=PersonFactory(officer=officer))
    few = count_queries(lambda: browser.get("casework.people"))
    for _ in range(55):
        PlanFactory(person=PersonFactory(officer=officer))

    many = count_queries(lambda: browser.get("casework.people"))

    assert many == few
    assert "60 personnes" in browser.get("casework.people")
    assert "Page précédente" in browser.get("casework.people", page=2)
