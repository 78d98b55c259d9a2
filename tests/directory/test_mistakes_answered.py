"""A mistake reported is answered once, by who may correct the record."""

from html import unescape

import pytest
import sqlalchemy as sa

from models.codes.history import MistakeState
from models.codes.offer import Publication
from models.mail import OutgoingMail
from tests.directory.mistakes import only, report
from tests.factories import (
    CoordinatorFactory,
    CounsellorFactory,
    HousingOfferFactory,
    PartnerFactory,
    TutorFactory,
)


@pytest.fixture
def offer(session):
    return HousingOfferFactory(title="Résidence des Lilas")


def test_the_answer_is_kept_once_and_a_late_one_is_told(browse_as, session, offer):
    report(browse_as, CounsellorFactory(), offer)
    key, coordinator = only(session).id, CoordinatorFactory()
    fixed = {"state": "FIXED", "answer": "Nouveau numéro noté."}

    first = browse_as(coordinator).post("directory.answer_mistake", fixed, mistake_id=key)
    late = browse_as(PartnerFactory(organization=offer.organization)).post(
        "directory.answer_mistake", {"state": "KEPT", "answer": "Il répond."}, mistake_id=key
    )

    assert (first.status_code, late.status_code) == (303, 409)
    assert "Quelqu'un a répondu entre-temps" in unescape(late.text)
    kept = only(session)
    assert (kept.state, kept.answered_by) == (MistakeState.FIXED, coordinator.name)
    seen = browse_as(coordinator).get("directory.mistakes", etat="vus")
    assert "Résidence des Lilas" in seen


def test_who_reported_it_is_told_by_a_neutral_email(browse_as, session, offer):
    counsellor = CounsellorFactory()
    report(browse_as, counsellor, offer)
    key, fixed = only(session).id, {"state": "FIXED", "answer": "Nouveau numéro noté."}

    coordinator = browse_as(CoordinatorFactory())
    for _ in range(2):
        pressed = coordinator.post("directory.answer_mistake", fixed, mistake_id=key)
        assert pressed.status_code == 303

    mail = session.scalars(sa.select(OutgoingMail)).one()
    assert mail.recipient == counsellor.email
    assert f"/signalements/{key}" in mail.body
    assert "Lilas" not in mail.subject + mail.body
    assert "Nouveau numéro noté." in browse_as(counsellor).get("directory.mistake", mistake_id=key)


def test_nobody_writes_to_themselves(browse_as, session, offer):
    coordinator = CoordinatorFactory()
    report(browse_as, coordinator, offer)

    browse_as(coordinator).post(
        "directory.answer_mistake", {"state": "FIXED"}, mistake_id=only(session).id
    )

    assert session.scalars(sa.select(OutgoingMail)).all() == []


def test_who_says_the_record_was_right_says_why(browse_as, session, offer):
    report(browse_as, CounsellorFactory(), offer)

    answer = browse_as(CoordinatorFactory()).post(
        "directory.answer_mistake", {"state": "KEPT"}, mistake_id=only(session).id
    )

    assert answer.status_code == 422
    assert "pourquoi la fiche est juste" in answer.text


def test_who_reported_an_offer_closed_since_reads_its_name_without_a_link_to_nothing(
    browse_as, session, offer
):
    counsellor = CounsellorFactory()
    report(browse_as, counsellor, offer)
    key = only(session).id
    shown = browse_as(counsellor).get("directory.mistake", mistake_id=key)
    assert "Voir la fiche" in shown

    offer.publication = Publication.CLOSED
    session.commit()

    mine = browse_as(counsellor).get("directory.mistake", mistake_id=key)
    assert "Voir la fiche" not in mine
    assert "Résidence des Lilas" in mine
    theirs = browse_as(CoordinatorFactory()).get("directory.mistake", mistake_id=key)
    assert "Voir la fiche" in theirs


def test_a_tutor_sees_it_and_does_not_answer(browse_as, session, offer):
    report(browse_as, CounsellorFactory(), offer)
    tutor = browse_as(TutorFactory(organization=offer.organization))

    assert "répondront ici" in tutor.get("directory.mistake", mistake_id=only(session).id)
