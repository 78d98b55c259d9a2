"""A counsellor opens somebody's file on one page."""

import uuid

import sqlalchemy as sa

from models.codes.offer import ContactFlag, Family
from models.codes.people import MeasureType, PillarStatus, Proof
from models.person import SupervisedPerson
from models.plan import ReleasePlan
from models.reference import Commune
from tests.casework.pages import in_days, tig_page
from tests.factories import CounsellorFactory, UnitFactory

ZONE = '{"type":"Polygon","coordinates":[[[4.86,45.75],[4.88,45.75],[4.88,45.77],[4.86,45.75]]]}'


def only_person(session):
    return session.scalars(sa.select(SupervisedPerson)).unique().one()


def only_plan(session):
    return session.scalars(sa.select(ReleasePlan)).unique().one()


def test_a_person_a_measure_a_plan_and_a_need_come_from_one_page(session, browse_as):
    counsellor = CounsellorFactory()

    answer = browse_as(counsellor).post("casework.create", tig_page())

    person, plan = only_person(session), only_plan(session)
    assert answer.status_code == 302
    assert answer.location.endswith(f"/personnes/{person.id}")
    assert (person.full_name, person.officer, person.unit_id) == (
        "Inès BELKACEM",
        counsellor,
        counsellor.memberships[0].unit_id,
    )
    assert (person.measures[0].type, person.measures[0].hours_ordered) == (MeasureType.TIG, 105)
    assert (plan.home_insee, plan.job_hours_per_week) == ("69266", 35)
    assert (plan.needs[0].family, plan.needs[0].measure) == (Family.TIG, person.measures[0])
    assert [bound.flag for bound in plan.constraints] == [ContactFlag.MINORS]
    assert {line.status for line in plan.pillars} == {PillarStatus.NOT_STARTED}


def test_the_name_is_stored_encrypted(session, browse_as):
    browse_as(CounsellorFactory()).post("casework.create", tig_page())

    stored = session.execute(
        sa.text("SELECT last_name, first_name, birth_date FROM casework.supervised_person")
    ).one()
    assert not {"Belkacem", "Inès", "1994-06-02"} & set(stored)


def test_a_bed_asks_for_a_stay_and_keeps_the_written_agreement(session, browse_as):
    page = tig_page(
        measure_type="DETENTION", setting="CUSTODY", family="LOGEMENT", hours_ordered=""
    )
    page |= {"has_tag": "y", "owner_agreement_on": in_days(-1), "kinds_housing": ["CHRS", "RS"]}
    browser = browse_as(CounsellorFactory())

    refused = browser.post("casework.create", page)
    browser.post("casework.create", page | {"stay_days": "90"})

    plan = only_plan(session)
    assert refused.status_code == 422
    assert "Écrivez la durée du séjour" in refused.text
    assert (plan.needs[0].stay_days, plan.needs[0].kinds) == (90, ["CHRS", "RS"])
    assert plan.proofs[0].proof is Proof.ACCORD_ECRIT_PROPRIETAIRE_DDSE


def test_a_page_sent_twice_opens_one_file(session, browse_as):
    browser, key = browse_as(CounsellorFactory()), str(uuid.uuid4())

    first = browser.post("casework.create", tig_page(key=key))
    second = browser.post("casework.create", tig_page(key=key))

    assert first.location == second.location
    assert only_person(session).id == uuid.UUID(key)


def test_somebody_already_followed_is_pointed_at(session, browse_as):
    browser = browse_as(CounsellorFactory())
    browser.post("casework.create", tig_page())

    again = browser.post("casework.create", tig_page(last_name="BELKACEM", first_name="ines"))

    assert again.status_code == 422
    assert "déjà suivie" in again.text
    assert f"/personnes/{only_person(session).id}" in again.text


def test_a_person_goes_to_one_of_ones_own_units(session, browse_as):
    counsellor, elsewhere = CounsellorFactory(), UnitFactory()

    browse_as(counsellor).post("casework.create", tig_page(unit_id=str(elsewhere.id)))

    assert only_person(session).unit_id == counsellor.memberships[0].unit_id


def test_the_point_of_the_home_is_rounded_to_a_hundred_metres(session, browse_as):
    browse_as(CounsellorFactory()).post(
        "casework.create", tig_page(lon="4.8812345", lat="45.7654321")
    )

    where = sa.select(sa.func.ST_AsText(sa.func.geometry(ReleasePlan.home_point)))
    assert session.scalar(where) == "POINT(4.881 45.765)"


def test_a_commune_chosen_in_the_list_is_not_a_point_somebody_clicked(session, browse_as):
    centre = sa.func.geometry(Commune.point)
    at = sa.select(sa.func.ST_X(centre), sa.func.ST_Y(centre))
    lon, lat = session.execute(at.where(Commune.insee_code == "69266")).one()

    browse_as(CounsellorFactory()).post("casework.create", tig_page(lon=str(lon), lat=str(lat)))

    assert only_plan(session).home_point is None


def test_a_zone_is_kept_wider_and_elsewhere_than_it_was_drawn(session, browse_as):
    browse_as(CounsellorFactory()).post("casework.create", tig_page(zone_geojson=ZONE))

    zone = next(bound.zone for bound in only_plan(session).constraints if bound.zone)
    drawn = sa.func.ST_SetSRID(sa.func.ST_GeomFromGeoJSON(ZONE), 4326)
    between = sa.func.ST_Distance(
        sa.func.geography(sa.func.ST_Centroid(zone)), sa.func.geography(sa.func.ST_Centroid(drawn))
    )
    assert session.scalar(sa.select(sa.func.ST_Contains(zone, drawn)))
    assert session.scalar(sa.select(between)) > 80
