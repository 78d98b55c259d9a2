"""« Signaler un doublon »: anybody of the SPIP may; whoever keeps the directory there decides."""

import pytest
import sqlalchemy as sa

from models.codes.duplicates import PairState
from models.duplicates import DuplicatePair
from tests.browsing import words
from tests.factories import CounsellorFactory, PartnerFactory, SiteFactory


def test_a_counsellor_reports_and_the_coordinator_reads_why(desk, browse_as, session):
    one, other = (SiteFactory().organization for _ in range(2))
    counsellor = browse_as(CounsellorFactory())

    assert other.legal_name in counsellor.get(
        "duplicates.of_organization", organization_id=one.id, nom=other.legal_name
    )
    said = {"autre": other.id, "note": "Même standard"}
    answer = counsellor.post("duplicates.report_organization", said, organization_id=one.id)

    assert answer.location == f"/structures/{one.id}"
    assert "Même standard" in desk.browser.get("duplicates.index")
    pair = session.scalars(sa.select(DuplicatePair)).one()
    assert (pair.state, pair.note) == (PairState.PROPOSED, "Même standard")


@pytest.mark.parametrize("other", ["", "0", "abc", "99999999999999999999999"])
def test_a_report_without_another_record_keeps_what_was_written(browse_as, other):
    one = SiteFactory().organization

    answer = browse_as(CounsellorFactory()).post(
        "duplicates.report_organization",
        {"autre": other, "note": "Même <b>nom</b>"},
        organization_id=one.id,
    )

    assert answer.status_code == 422
    assert "Choisissez l'autre fiche." in words(answer.text)


def test_a_coordinator_who_looks_for_one_goes_on_to_compare(desk, session):
    one, other = (SiteFactory().organization for _ in range(2))

    answer = desk.browser.post(
        "duplicates.report_organization", {"autre": other.id}, organization_id=one.id
    )

    pair = session.scalars(sa.select(DuplicatePair)).one()
    assert answer.location == f"/doublons/{pair.id}"


def test_a_partner_reports_nothing_here(browse_as):
    partner = PartnerFactory()
    browser = browse_as(partner)

    answer = browser.open(
        "GET", "duplicates.of_organization", organization_id=partner.memberships[0].organization_id
    )

    assert answer.status_code == 403
