"""What the search found, as files: the same list, no person, no confidential place, who took it."""

import pytest

from exchange.writers.formats import FORMATS
from models.base import today
from models.codes.offer import Gender
from models.offer import AudienceRule
from models.organization import Contact
from tests.directory.taking import lines, taken
from tests.factories import HousingOfferFactory, LotFactory, SiteFactory, TigPostFactory


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
