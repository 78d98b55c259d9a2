"""Pairs are found in the whole network and after each change; told distinct, they stay so."""

import datetime as dt

import pytest
import sqlalchemy as sa

from app.duplicates.actions import tell_distinct
from models.base import now
from models.codes.duplicates import Level, PairState
from models.codes.organization import PointPrecision
from models.duplicates import DuplicatePair, DuplicateScan
from search.duplicates import find_all, find_changed
from tests.factories import CoordinatorFactory, OrganizationFactory, SiteFactory

SIRET = "77931148900040"


@pytest.fixture
def twins(session):
    """Two organizations with one SIRET, each with a site."""
    pair = [OrganizationFactory(legal_name=f"Le Panier {n}", siret=SIRET) for n in "ab"]
    for one in pair:
        SiteFactory(organization=one)
    session.flush()
    return pair


@pytest.fixture
def as_worker(session, connection):
    """Looks under the worker's role."""

    def run(look, **kwargs):
        session.flush()
        connection.exec_driver_sql("SET LOCAL ROLE maillage_worker")
        try:
            return look(session, **kwargs)
        finally:
            session.flush()
            connection.exec_driver_sql("RESET ROLE")

    return run


def pairs(session) -> list[DuplicatePair]:
    session.expire_all()
    return list(session.scalars(sa.select(DuplicatePair).order_by(DuplicatePair.id)))


def test_two_organizations_with_one_siret_are_proposed_once(session, twins, as_worker):
    assert as_worker(find_all) == 1
    assert as_worker(find_all) == 1

    [pair] = pairs(session)
    assert {pair.first_id, pair.second_id} == {one.id for one in twins}
    assert pair.reasons["siret"] == SIRET
    assert pair.department_codes == ["69"]


def test_told_distinct_they_are_never_proposed_again(session, twins, as_worker):
    as_worker(find_all)
    tell_distinct(pairs(session)[0], by=CoordinatorFactory())

    assert as_worker(find_all) == 0
    twins[0].phone = "+33472000001"
    as_worker(find_changed, most=10)

    assert [one.state for one in pairs(session)] == [PairState.DISTINCT]


def test_a_change_makes_a_pair_and_another_unmakes_it(session, as_worker):
    one, other = OrganizationFactory(legal_name="Le Mas"), OrganizationFactory(siret=SIRET)
    SiteFactory(organization=one)
    as_worker(find_all)
    assert pairs(session) == []

    one.siret = SIRET
    as_worker(find_changed, most=10)
    assert {pairs(session)[0].first_id, pairs(session)[0].second_id} == {one.id, other.id}

    other.siret = None
    as_worker(find_changed, most=10)
    assert pairs(session) == []


def test_nothing_changed_is_nothing_compared(session, twins, as_worker):
    as_worker(find_all)
    session.get_one(DuplicateScan, 1).scanned_until = now() + dt.timedelta(hours=1)

    assert as_worker(find_changed, most=10) == 0


def test_more_changes_than_one_by_one_are_compared_all_at_once(session, twins, as_worker):
    as_worker(find_all)

    assert as_worker(find_changed, most=1) == 1
    assert len(pairs(session)) == 1


def test_close_names_at_one_door_are_proposed_and_two_sites_of_one_host_too(session, as_worker):
    exact = {"precision": PointPrecision.HOUSENUMBER, "address": "12 rue Jean Jaurès"}
    for name in ("Épicerie du Tonkin", "EPICERIE DU TONKIN"):
        SiteFactory(organization=OrganizationFactory(legal_name=name), **exact)
    host = OrganizationFactory(legal_name="Habitat et Humanisme")
    for name in ("Pension des Lilas", "Pension de famille des Lilas"):
        SiteFactory(organization=host, name=name, phone="+33478000000", **exact)

    as_worker(find_all)

    assert {one.level for one in pairs(session)} == {Level.ORGANIZATION, Level.SITE}


def test_a_confidential_site_gives_away_nothing_but_its_commune(session, as_worker):
    hidden = {"is_confidential": True, "precision": PointPrecision.HIDDEN, "address": None}
    for name in ("Refuge Horizon", "Refuge Horizon"):
        site = SiteFactory(organization=OrganizationFactory(legal_name=name, siret=SIRET), **hidden)
        site.name = "8 rue du Secret"

    as_worker(find_all)

    assert not {"metres", "address"} & pairs(session)[0].reasons.keys()
    assert pairs(session)[0].reasons["commune"] == "Villeurbanne"
