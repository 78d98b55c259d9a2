"""The report screen: live claims without names, one question, and who said it."""

import pytest

from app.claims.availability import availability
from models.capacity import CapacityReport
from models.codes.claims import ClaimState, LotState, Sharing
from models.codes.organization import Channel
from tests.browsing import words
from tests.factories import (
    ClaimFactory,
    CounsellorFactory,
    HousingOfferFactory,
    LotFactory,
    NationalReaderFactory,
    SiteFactory,
)


@pytest.fixture
def lot(partner):
    site = SiteFactory(organization=partner.memberships[0].organization)
    return LotFactory(
        offer=HousingOfferFactory(site=site), places=6, open=4, sharing=Sharing.SHARED
    )


def typed(session, lot, **fields):
    token = availability(session, [lot.id])[lot.id].version
    filled = {"state": "OPEN", "seen": token} | fields
    return {f"ReportForm-{lot.id}-{name}": value for name, value in filled.items()}


def send(browser, lot, data, endpoint="portal.record"):
    return browser.post(endpoint, data, offer_id=lot.offer_id, lot_id=lot.id)


def test_the_partner_sees_its_live_claims_and_the_question(browse_as, partner, lot):
    ClaimFactory(lot=lot)
    ClaimFactory(lot=lot, state=ClaimState.TAKEN)

    page = browse_as(partner).get("portal.report", offer_id=lot.offer_id)

    assert "place réservée du" in page
    assert "place occupée à partir du" in page
    assert "Combien de places en plus de celles-ci ?" in page
    assert "Qui vous l'a dit" not in page


def test_an_answer_with_a_state_and_a_note_is_kept(session, browse_as, partner, lot):
    data = typed(session, lot, answer="3", state="ASSESSMENT", note="Entretien le jeudi")

    answer = send(browse_as(partner), lot, data)

    assert answer.status_code == 302
    kept = session.query(CapacityReport).one()
    assert (kept.answer, kept.state, kept.note) == (3, LotState.ASSESSMENT, "Entretien le jeudi")


def test_a_counsellor_writes_down_who_said_it_by_telephone(session, browse_as, lot):
    counsellor = CounsellorFactory()
    browser = browse_as(counsellor)

    send(browser, lot, typed(session, lot, answer="2", said_by="Mme Roux"))

    kept = session.query(CapacityReport).one()
    assert (kept.reported_by, kept.channel, kept.account_id) == (
        "Mme Roux",
        Channel.PHONE,
        counsellor.id,
    )
    page = browser.get("portal.report", offer_id=lot.offer_id)
    assert "par téléphone (Mme Roux)" in page


def test_a_counsellor_must_say_who_was_heard(session, browse_as, lot):
    answer = send(browse_as(CounsellorFactory()), lot, typed(session, lot, answer="2"))

    assert answer.status_code == 422
    assert "Écrivez le nom de qui vous l'a dit." in words(answer.text)
    assert session.query(CapacityReport).count() == 0


@pytest.mark.parametrize("answer", ["-3", "10000", "beaucoup", ""])
def test_a_wrong_number_is_refused_at_its_field_and_kept_as_typed(
    session, browse_as, partner, lot, answer
):
    page = send(browse_as(partner), lot, typed(session, lot, answer=answer, note="le 3"))

    assert page.status_code == 422
    assert "Écrivez un nombre" in page.text
    assert f'value="{answer}"' in page.text
    assert "le 3" in page.text
    assert lot.open == 4


def test_what_is_said_beyond_the_places_is_kept_within_them(session, browse_as, partner, lot):
    browser = browse_as(partner)

    send(browser, lot, typed(session, lot, answer="40"))

    assert session.query(CapacityReport).one().is_clamped
    assert "dans la limite des 6 places" in browser.get("portal.index")


def test_a_claim_made_while_typing_brings_the_screen_back(session, browse_as, partner, lot):
    data = typed(session, lot, answer="3")
    ClaimFactory(lot=lot)

    late = send(browse_as(partner), lot, data)

    assert late.status_code == 409
    assert "Rien n'a été enregistré" in words(late.text)
    assert session.query(CapacityReport).count() == 0


def test_the_total_can_go_under_the_live_claims_and_says_so(session, browse_as, partner, lot):
    lot.sharing, lot.open = Sharing.DEDICATED, 6
    for _ in range(2):
        ClaimFactory(lot=lot, state=ClaimState.TAKEN)
    session.flush()
    token = availability(session, [lot.id])[lot.id].version
    prefix = f"TotalForm-{lot.id}-"

    send(browse_as(partner), lot, {prefix + "places": "1", prefix + "seen": token}, "portal.resize")

    assert (lot.places, lot.open) == (1, 1)
    shown = browse_as(partner).get("portal.index")
    assert "1 place, 2 placements = 1 au-delà de la capacité" in shown


def test_a_reader_reports_nothing(browse_as, lot):
    browse_as(NationalReaderFactory()).get("portal.report", offer_id=lot.offer_id, status=404)
