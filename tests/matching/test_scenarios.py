"""The acceptance scenarios of domain §14 that are decisions."""

import datetime as dt

import pytest

from app.decisions.facts import Accreditation
from app.decisions.judging import Bucket, can_hold, judge
from models.codes.offer import AdmissionChannel, Band, Gender, Weekday, YesNo
from models.codes.organization import LegalForm
from tests.matching.given import bed, bed_plan, employed_plan, post, tig_plan

WEEKDAYS = frozenset(list(Weekday)[:5])


@pytest.mark.parametrize(
    ("changes", "bucket"),
    [
        ({"days": frozenset({Weekday.SAT})}, Bucket.FITS),
        ({"days": WEEKDAYS, "bands": frozenset({Band.EVENING})}, Bucket.FITS),
        ({"days": WEEKDAYS}, Bucket.ALMOST),
        ({"genders": Gender.MEN}, Bucket.SET_ASIDE),
    ],
)
def test_a_working_mother_is_offered_evenings_and_weekends(changes, bucket):
    mother = employed_plan(max_travel_min=40)

    assert judge(mother, post(**{"distance_km": 2.0} | changes)).bucket is bucket


def test_a_working_mother_learns_whether_105_hours_fit_in_before_the_deadline():
    mother = employed_plan(max_travel_min=40)
    evenings_too = post(distance_km=2.0, bands=frozenset({Band.EVENING, Band.WEEKEND}))

    laid = judge(mother, evenings_too).schedule

    assert laid is not None
    assert laid.rhythm == 12
    assert laid.sentence == "fin estimée le 31 janvier 2027 / délai de 18 mois\u00a0: 3 avril 2028"


def test_a_bus_too_long_at_that_hour_is_set_apart():
    mother = employed_plan(max_travel_min=40)

    assert judge(mother, post(days=frozenset({Weekday.SAT}), distance_km=9)).bucket is Bucket.ALMOST


def test_a_minor_of_17_is_refused_everywhere():
    minor = tig_plan(age=17, hours=60)

    assert can_hold(judge(minor, post())).forbidden[0].criterion == "majority"


def test_a_detainee_without_an_address_finds_siao_beds_and_beds_that_take_a_tag():
    detainee = bed_plan(wears_tag=True)
    siao = judge(detainee, bed(admission=AdmissionChannel.SIAO, tag=YesNo.YES))
    direct = judge(detainee, bed(tag=YesNo.YES, owner_agreement=YesNo.YES))
    refusing = judge(detainee, bed(tag=YesNo.NO))

    assert not can_hold(siao).is_allowed
    assert direct.reasons[0].sentence == "accord écrit du bailleur manquant"
    assert can_hold(direct).is_allowed
    assert refusing.bucket is Bucket.SET_ASIDE


def test_a_hostel_inside_the_forbidden_zone_is_lifted_only_in_writing():
    banned = bed_plan(has_exclusion_zones=True)
    inside = judge(banned, bed(in_exclusion_zone=True))

    assert inside.bucket is Bucket.SET_ASIDE
    assert can_hold(inside).to_lift
    assert can_hold(inside).tells_manager


def test_an_accreditation_that_ends_mid_placement_blocks_until_it_is_renewed():
    first = Accreditation(dt.date(2021, 12, 16), dt.date(2026, 12, 15), "69")
    renewed = Accreditation(dt.date(2026, 12, 16), dt.date(2031, 12, 15), "69")
    host = {"legal_form": LegalForm.ASSOCIATION}

    ending = judge(tig_plan(), post(**host, accreditations=(first,)))
    going_on = judge(tig_plan(), post(**host, accreditations=(first, renewed)))

    assert not can_hold(ending).is_allowed
    assert ending.reasons[0].sentence == (
        "habilitation jusqu'au 15 décembre 2026, fin estimée le 22 janvier 2027"
    )
    assert going_on.bucket is Bucket.FITS
