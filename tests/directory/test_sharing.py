"""What the search found, as files: the same list, no person, no confidential place, who took it."""

import csv
import io
import json

import pytest
import sqlalchemy as sa

from exchange.writers.formats import FORMATS
from models.audit import AuditEntry
from models.base import today
from models.codes.offer import Gender
from models.offer import AudienceRule
from models.organization import Contact
from tests.factories import (
    CounsellorFactory,
    HousingOfferFactory,
    LotFactory,
    OrganizationFactory,
    PartnerFactory,
    SiteFactory,
    TigPostFactory,
)


@pytest.fixture
def counsellor(browse_as):
    return browse_as(CounsellorFactory())


def taken(browser, extension: str = "csv", **asked):
    """The file, as the browser receives it."""
    answer = browser.open("GET", "directory.share", extension=extension, **asked)
    assert answer.status_code == 200
    return answer


def lines(answer) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    text = answer.data.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def titles(answer) -> list[str]:
    return [row["Offre"] for row in lines(answer)]


def test_a_file_holds_the_list_that_is_on_screen_in_its_order(counsellor, monkeypatch):
    monkeypatch.setattr("app.directory.sharing.AT_ONCE", 2)
    for number in range(5):
        HousingOfferFactory(title=f"Chambre {number}")
    TigPostFactory(title="Chambre à repeindre")

    page = counsellor.open(
        "GET", "directory.index", mots="chambre", famille="LOGEMENT"
    ).data.decode()
    told = titles(taken(counsellor, mots="chambre", famille="LOGEMENT"))

    assert len(told) == 5
    assert sorted(told, key=page[page.index("card-list") :].index) == told
    assert 'href="/annuaire/export/csv?mots=chambre&amp;famille=LOGEMENT"' in page


def test_a_file_says_what_is_free_and_for_whom(counsellor, session):
    offer = HousingOfferFactory(title="Chambres")
    LotFactory(offer=offer, places=3)
    session.add(AudienceRule(organization_id=offer.site.organization_id, gender=Gender.WOMEN))
    session.add(AudienceRule(offer_id=offer.id, age_min=18))
    HousingOfferFactory(title="Sans compte")

    told = {row["Offre"]: row for row in lines(taken(counsellor))}

    assert told["Chambres"]["Places libres"] == "3"
    assert (told["Chambres"]["Femmes ou hommes"], told["Chambres"]["Âge minimum"]) == (
        "Femmes",
        "18",
    )
    assert told["Sans compte"]["Places libres"] == ""


@pytest.mark.parametrize("extension", FORMATS)
def test_no_person_and_no_draft_is_in_a_file(counsellor, session, extension):
    offer = TigPostFactory(supervisor_name="Dominique Roux")
    session.add(Contact(site=offer.site, name="Camille Petit", phone="+33611111111"))
    HousingOfferFactory(title="Brouillon", publication="DRAFT")

    data = taken(counsellor, extension).data

    assert not [name for name in (b"Roux", b"Petit", b"11111111", b"Brouillon") if name in data]


@pytest.mark.parametrize("extension", ["csv", "geojson", "data-inclusion", "hsds"])
def test_of_a_confidential_place_a_file_says_the_commune(counsellor, extension):
    site = SiteFactory(is_confidential=True, name="Refuge", address="1 rue cachée", phone="+33472")
    HousingOfferFactory(site=site, title="Chambres", phone="+33472999999")

    data = taken(counsellor, extension).data.decode()

    assert "69266" in data
    hidden = ["Refuge", "rue cachée", "69100", "4.8795", "45.7665", "33472", "72 99"]
    assert not [word for word in hidden if word in data]


def test_the_json_formats_have_names_of_their_own(counsellor):
    HousingOfferFactory()

    names = [
        taken(counsellor, extension).headers["Content-Disposition"]
        for extension in ("ods", "data-inclusion", "hsds")
    ]

    assert names == [
        f"attachment; filename=offres-{today()}.ods",
        f"attachment; filename=offres-data-inclusion-{today()}.json",
        f"attachment; filename=offres-hsds-{today()}.json",
    ]


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
