"""What a file of offers may hold at the most, who may take one, and what is kept of it."""

import json

import sqlalchemy as sa

from models.audit import AuditEntry
from tests.directory.taking import lines, taken
from tests.factories import HousingOfferFactory, OrganizationFactory, PartnerFactory


def test_who_took_what_is_kept_without_a_name_typed_by_mistake(counsellor, database):
    OrganizationFactory()
    HousingOfferFactory(title="Dupont")

    taken(counsellor, mots="dupont", famille="LOGEMENT")

    with database.superuser.connect() as another:
        last = sa.select(AuditEntry.reason).order_by(AuditEntry.recorded_at.desc()).limit(1)
        reason = another.scalar(last)
    assert reason.startswith("Export CSV de l'annuaire, 1\u00a0offre : ")
    assert "dupont" not in reason.lower()


def test_more_than_a_file_may_hold_is_cut_and_said(counsellor, monkeypatch):
    monkeypatch.setattr("app.directory.sharing.AT_ONCE", 2)
    monkeypatch.setattr("app.directory.sharing.MOST", 3)
    HousingOfferFactory.create_batch(5)

    assert len(lines(taken(counsellor))) == 3


def test_a_wrong_question_is_answered_as_the_search_does(counsellor):
    page = counsellor.get("directory.share", status=422, extension="csv", rayon="mille")

    assert "Écrivez un rayon de 1 à 200 km." in page


def test_a_partner_takes_nothing_away(browse_as):
    browse_as(PartnerFactory()).get("directory.share", status=403, extension="csv")


def test_an_empty_list_is_an_empty_file(counsellor):
    told = taken(counsellor, "data-inclusion", famille="STAGE").data

    assert json.loads(told) == {"structures": [], "services": []}
