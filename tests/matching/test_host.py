"""Accreditation, legal form, listing, another département."""

import datetime as dt

import pytest

from app.decisions.facts import Accreditation
from app.decisions.judging import Bucket, can_hold, judge
from models.codes.organization import LegalForm
from models.codes.tig import ListingStatus
from tests.matching.given import bed, bed_plan, level, post, tig_plan, verdict

# 105 hours at 14 a week from 1 December 2026 end on 22 January 2027.
START, END = dt.date(2026, 12, 1), dt.date(2027, 1, 22)
DAY = dt.timedelta(days=1)


def period(starts_on=START, ends_on=END, departement="69"):
    return Accreditation(starts_on, ends_on, departement)


@pytest.mark.parametrize(
    ("periods", "expected"),
    [
        ([], "UNMET"),
        ([period()], "MET"),
        ([period(departement=None)], "MET"),
        ([period(departement="01")], "UNMET"),
        ([period(ends_on=END - DAY)], "NEAR"),
        ([period(starts_on=START + DAY)], "UNMET"),
        ([period(ends_on=START), period(starts_on=START + DAY)], "MET"),
        ([period(starts_on=START + DAY), period(ends_on=START)], "MET"),
        ([period(ends_on=START), period(starts_on=START + 2 * DAY)], "NEAR"),
        ([period(), period(ends_on=START)], "MET"),
    ],
)
def test_an_association_is_accredited_on_every_day_of_execution(periods, expected):
    host = post(legal_form=LegalForm.ASSOCIATION, accreditations=tuple(periods))

    assert level("accreditation", tig_plan(), host) == expected


def test_a_longer_accreditation_inside_which_a_shorter_one_ends_still_counts():
    long, short = period(START, END), period(START + DAY, START + 2 * DAY)
    host = post(legal_form=LegalForm.ASSOCIATION, accreditations=(long, short))

    assert level("accreditation", tig_plan(), host) == "MET"


@pytest.mark.parametrize("form", [form for form in LegalForm if form.is_public_body])
def test_a_public_body_needs_no_accreditation(form):
    assert level("accreditation", tig_plan(), post(legal_form=form)) == "MET"


@pytest.mark.parametrize("form", [None, LegalForm.ETAB_SANTE])
def test_a_host_whose_legal_form_says_too_little_is_to_be_checked(form):
    judged = judge(tig_plan(), post(legal_form=form))

    assert level("accreditation", tig_plan(), post(legal_form=form)) == "UNKNOWN"
    assert judged.bucket is Bucket.ALMOST
    assert [v.criterion for v in can_hold(judged).to_check] == ["accreditation"]


def test_a_bed_asks_for_no_tig_accreditation():
    assert level("accreditation", bed_plan(), bed()) is None


def test_an_ordinary_company_never_hosts_a_tig():
    company = post(legal_form=LegalForm.ENTREPRISE, accreditations=(period(departement=None),))

    assert level("legal_form", tig_plan(), company) == "UNMET"
    assert not can_hold(judge(tig_plan(), company)).is_allowed


@pytest.mark.parametrize(("departement", "expected"), [("69", "MET"), ("01", "UNMET")])
def test_a_societe_a_mission_hosts_only_where_the_experiment_runs(departement, expected):
    host = post(legal_form=LegalForm.SOCIETE_MISSION, departement=departement)

    assert level("legal_form", tig_plan(), host) == expected


@pytest.mark.parametrize("status", list(ListingStatus))
def test_only_a_listed_post_may_be_held(status):
    judged = judge(tig_plan(), post(listing=status))

    assert can_hold(judged).is_allowed is (status is ListingStatus.LISTED)


def test_a_suspended_post_says_so():
    said = verdict("listing", tig_plan(), post(listing=ListingStatus.SUSPENDED))

    assert said.sentence == "poste suspendu"
    assert said.source == "art. R. 623-10 du code pénitentiaire"


def test_a_post_of_another_departement_waits_for_the_agreement_of_its_dspip():
    without = judge(tig_plan(), post(departement="01"))
    agreed = judge(tig_plan(), post(departement="01", has_other_dspip_agreement=True))

    assert (without.bucket, can_hold(without).is_allowed) == (Bucket.ALMOST, False)
    assert without.reasons[0].unlock == "demander l'accord du DSPIP (01)"
    assert (agreed.bucket, can_hold(agreed).is_allowed) == (Bucket.FITS, True)


def test_a_bed_in_another_departement_needs_no_agreement():
    assert level("other_departement", bed_plan(), bed(departement="01")) is None
