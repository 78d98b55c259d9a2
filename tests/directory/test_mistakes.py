"""A mistake is reported from any record, waits for who can correct it, and is answered once."""

import uuid
from html import unescape

import pytest
import sqlalchemy as sa

from models.codes.history import MistakeState
from models.history import Mistake
from tests.factories import (
    CoordinatorFactory,
    CounsellorFactory,
    HousingOfferFactory,
    PartnerFactory,
    TigLeadFactory,
    TutorFactory,
    UnitFactory,
)

SAID = {"about": "PHONE", "text": "Le numéro ne répond plus."}


@pytest.fixture
def offer(session):
    return HousingOfferFactory(title="Résidence des Lilas")


def report(browse_as, account, offer, level="offres", **said):
    key = {"offres": offer.id, "sites": offer.site_id, "structures": offer.site.organization_id}
    return browse_as(account).post(
        "directory.create_mistake", SAID | said, level=level, record_id=key[level]
    )


def only(session) -> Mistake:
    return session.scalars(sa.select(Mistake)).one()


@pytest.mark.parametrize("level", ["offres", "sites", "structures"])
def test_a_counsellor_reports_from_any_record_and_everybody_is_warned_there(
    browse_as, session, offer, level
):
    report(browse_as, CounsellorFactory(), offer, level)

    page = {"offres": "show", "sites": "site", "structures": "organization"}[level]
    ids = {"offer_id": offer.id, "site_id": offer.site_id, "organization_id": offer.organization.id}
    name = {"show": "offer_id", "site": "site_id", "organization": "organization_id"}[page]
    seen = browse_as(CounsellorFactory()).get(f"directory.{page}", **{name: ids[name]})

    assert "Erreur signalée le" in seen
    assert "« Le numéro ne répond plus. »" in seen


def test_the_partner_and_the_coordinator_find_it_in_their_queue(browse_as, session, offer):
    counsellor = CounsellorFactory(name="Camille Durand")
    report(browse_as, counsellor, offer)

    by_coordinator = browse_as(CoordinatorFactory()).get("directory.mistakes")
    by_partner = browse_as(PartnerFactory(organization=offer.organization)).get(
        "directory.mistakes"
    )

    assert "Le téléphone ou le courriel : Résidence des Lilas" in by_coordinator
    assert "par Camille Durand" in by_coordinator
    assert "par le service" in by_partner
    assert "Camille Durand" not in by_partner


def test_others_do_not_find_it(browse_as, session, offer):
    report(browse_as, CounsellorFactory(), offer)
    elsewhere = CoordinatorFactory(unit=UnitFactory(department_code="42"))

    for account in (CounsellorFactory(), elsewhere, PartnerFactory(), TigLeadFactory()):
        page = browse_as(account).get("directory.mistakes")
        assert "Résidence des Lilas" not in page, account.email


def test_the_same_form_sent_twice_reports_once(browse_as, session, offer):
    counsellor, key = CounsellorFactory(), str(uuid.uuid4())

    for _ in range(2):
        assert report(browse_as, counsellor, offer, key=key).status_code == 303

    assert only(session).told_by == counsellor.name


def test_what_is_missing_is_asked_and_what_was_typed_is_kept(browse_as, session, offer):
    answer = report(browse_as, CounsellorFactory(), offer, about="")

    assert answer.status_code == 422
    assert "Choisissez ce qui est faux." in answer.text
    assert "Le numéro ne répond plus." in answer.text
    assert session.scalars(sa.select(Mistake)).all() == []


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


def test_who_says_the_record_was_right_says_why(browse_as, session, offer):
    report(browse_as, CounsellorFactory(), offer)

    answer = browse_as(CoordinatorFactory()).post(
        "directory.answer_mistake", {"state": "KEPT"}, mistake_id=only(session).id
    )

    assert answer.status_code == 422
    assert "pourquoi la fiche est juste" in answer.text


def test_a_tutor_sees_it_and_does_not_answer(browse_as, session, offer):
    report(browse_as, CounsellorFactory(), offer)
    tutor = browse_as(TutorFactory(organization=offer.organization))

    assert "répondront ici" in tutor.get("directory.mistake", mistake_id=only(session).id)


def test_the_queue_is_read_in_the_same_queries(browse_as, session, offer, count_queries):
    report(browse_as, CounsellorFactory(), offer)
    browser = browse_as(CoordinatorFactory())
    few = count_queries(lambda: browser.get("directory.mistakes"))
    for _ in range(5):
        report(browse_as, CounsellorFactory(), HousingOfferFactory())

    assert count_queries(lambda: browser.get("directory.mistakes")) == few
