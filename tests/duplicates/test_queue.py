"""The list of possible duplicates: whose it is, in which order, what one press does."""

import pytest

from tests.duplicates.merging import Desk
from tests.factories import (
    OrganizationFactory,
    SiteFactory,
)


def proposed(desk, name, siret=None, **site):
    """Two organizations of this name."""
    one, other = (
        SiteFactory(organization=OrganizationFactory(legal_name=name, siret=siret), **site)
        for _ in range(2)
    )
    return desk.pair(one.organization, other.organization)


def test_the_likeliest_come_first_with_their_reasons(desk):
    proposed(desk, "Le Panier")
    proposed(desk, "Le Fournil", siret="77931148900040")

    page = desk.browser.get("duplicates.index")

    assert page.index("Le Fournil") < page.index("Le Panier")
    assert "même SIRET" in page
    assert "2 doublons possibles" in page


def test_two_records_of_one_name_are_told_apart_by_a_number(desk):
    pair = proposed(desk, "Le Panier")

    page = desk.browser.get("duplicates.show", pair_id=pair.id)

    assert "Fiche 1 : Le Panier" in page
    assert "Garder cette fiche (Fiche 2, Le Panier)" in page


def test_each_coordinator_reads_the_list_of_their_territory(desk, browse_as, session):
    pair = proposed(desk, "Le Panier", department_code="01", insee_code="01053")

    assert "Le Panier" not in desk.browser.get("duplicates.index")
    assert desk.browser.open("GET", "duplicates.show", pair_id=pair.id).status_code == 403


def test_pages_follow_each_other_without_losing_or_repeating_a_pair(desk):
    for n in range(23):
        proposed(desk, f"Le Panier {chr(97 + n)}")

    first = desk.browser.open("GET", "duplicates.index").text
    key = first.split("apres=")[1].split('"')[0]
    second = desk.browser.open("GET", "duplicates.index", apres=key).text

    found = [page.count("Comparer les deux fiches") for page in (first, second)]
    assert found == [20, 3]
    assert "apres=" not in second


@pytest.mark.parametrize("key", ["x", "50", "50-", "-1--1", "99999-1", "1-" + "9" * 30])
def test_a_broken_key_is_the_beginning(desk, key):
    proposed(desk, "Le Panier")

    assert "Le Panier" in desk.browser.get("duplicates.index", apres=key)


def test_a_page_asks_as_much_for_twenty_pairs_as_for_two(desk, count_queries):
    for n in range(2):
        proposed(desk, f"Le Panier {n}")
    few = count_queries(lambda: desk.browser.get("duplicates.index"))
    for n in range(20):
        proposed(desk, f"La Corbeille {n}")

    assert count_queries(lambda: desk.browser.get("duplicates.index")) == few


def test_told_distinct_a_pair_leaves_the_list_and_can_come_back(desk, session):
    pair = proposed(desk, "Le Panier")

    desk.browser.post("duplicates.tell_distinct", pair_id=pair.id)
    assert "Aucun doublon à vérifier" in desk.browser.get("duplicates.index")
    assert "notées distinctes" in desk.browser.get("duplicates.show", pair_id=pair.id)

    desk.browser.post("duplicates.propose_again", pair_id=pair.id)
    assert "Le Panier" in desk.browser.get("duplicates.index")


def test_who_comes_second_is_told_so(desk, session):
    pair = proposed(desk, "Le Panier")
    one, other = pair.first_id, pair.second_id
    desk.browser.post("duplicates.tell_distinct", pair_id=pair.id)

    assert desk.browser.post("duplicates.tell_distinct", pair_id=pair.id).status_code == 409
    session.expire_all()
    assert (one, other) == (pair.first_id, pair.second_id)


def test_a_pair_already_merged_is_a_409_for_the_second(desk, session, browse_as, twins):
    pair_id, form = desk.pair(twins.kept, twins.absorbed).id, {"garder": twins.kept.id}
    desk.merge(twins.kept, twins.absorbed, keep=twins.kept)
    second = Desk(session, browse_as).browser

    assert second.post("duplicates.merge", form, pair_id=pair_id).status_code == 409
    assert second.open("GET", "duplicates.show", pair_id=pair_id).status_code == 409
    again = desk.browser.post("duplicates.merge", form, pair_id=pair_id)
    assert (again.status_code, again.location) == (303, f"/fusions/{desk.last().id}")


def test_one_kept_elsewhere_may_be_joined_and_not_absorbed(desk, session):
    ours = SiteFactory().organization
    theirs = SiteFactory(department_code="01", insee_code="01053").organization
    name, theirs_id = theirs.legal_name, theirs.id

    refused = desk.preview(ours, theirs, keep=ours)
    assert refused.status_code == 422
    desk.merge(ours, theirs, keep=theirs, **{"champ-legal_name": ours.id})

    session.expire_all()
    assert (theirs.id, theirs.legal_name) == (theirs_id, name)
