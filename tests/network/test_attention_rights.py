"""Who reads the attention lists, and which families each looks after."""

import pytest

from models.codes.network import Sign
from tests.factories import (
    AdministratorFactory,
    CoordinatorFactory,
    CounsellorFactory,
    HousingOfferFactory,
    ManagerFactory,
    SiteFactory,
    TigLeadFactory,
)
from tests.network.attention import said, silent, state

IT = "silencieux"


def test_one_territory_away_a_lead_reads_and_writes_nothing(session, browse_as):
    post = silent(site=SiteFactory(department_code="42", insee_code="42218"))
    browser = browse_as(TigLeadFactory())

    page = browser.get("network.attention_list", which=IT, territoire="departement-42")

    assert "Parc Vert" in page
    assert "Toujours exact" not in page
    assert browser.post("network.attention_heard", which=IT, offer_id=post.id).status_code == 403


def test_each_looks_after_its_own_families(browse_as):
    silent("Parc Vert")
    state(HousingOfferFactory(title="Foyer Bleu", verified_at=None))
    read = {
        role: browse_as(role()).get("network.attention_list", which=IT)
        for role in (TigLeadFactory, CoordinatorFactory, ManagerFactory, CounsellorFactory)
    }

    seen = {role: ("Parc Vert" in page, "Foyer Bleu" in page) for role, page in read.items()}

    assert seen == {
        TigLeadFactory: (True, False),
        CoordinatorFactory: (False, True),
        ManagerFactory: (True, True),
        CounsellorFactory: (True, True),
    }


def test_lists_of_tig_alone_are_told_to_who_looks_after_the_rest(browse_as):
    state(said(5, title="Parc Vert", supervisor_name=""))
    coordinator = browse_as(CoordinatorFactory())

    assert "Postes sans tuteur (1)" in coordinator.get("network.attention")
    page = coordinator.get("network.attention_list", which="sans-tuteur")
    assert "Parc Vert" in page
    assert "Nommer l'encadrant" not in page


def test_sums_are_not_the_administrators(browse_as):
    browser = browse_as(AdministratorFactory())

    assert "Au-delà de la capacité" not in browser.get("network.attention")
    assert browser.open("GET", "network.attention_list", which="surcapacite").status_code == 403
    assert browser.open("GET", "network.attention_list", which="autre").status_code == 404


def test_no_filter_tells_the_administrator_who_is_over_capacity(browse_as):
    state(said(90, title="Parc Vert"), sign=Sign.OVER, free=0)
    administrator, manager = browse_as(AdministratorFactory()), browse_as(ManagerFactory())

    assert "Parc Vert" in manager.get("network.attention_list", which=IT, etat="over")
    assert "Parc Vert" not in administrator.get("network.attention_list", which=IT, etat="over")
    assert "silencieux (0)" in administrator.get("network.attention", etat="over")
    assert "Parc Vert" in administrator.get("network.attention_list", which=IT, etat="full")


@pytest.mark.parametrize(
    "after", ["x", "1", "~", "1~\x00", "-1~a", f"{'9' * 400}~a", "1~" + "é" * 999]
)
def test_a_page_key_that_was_tampered_with_is_answered(browse_as, after):
    silent("Parc Vert")
    browser = browse_as(ManagerFactory())

    for which in (IT, "perimees"):
        browser.get("network.attention_list", which=which, apres=after)


def test_the_summary_counts_each_list(browse_as):
    silent("Parc Vert")
    silent("Parc Bleu", supervisor_name=None)

    page = browse_as(TigLeadFactory()).get("network.attention")

    assert "Partenaires silencieux (2)" in page
    assert "Postes sans tuteur (1)" in page
    assert "Offres sans point sur la carte (0)" in page
