"""How complete a record is: data·inclusion's own criteria, each unmet one a link to its field."""

import datetime as dt
from typing import Any

import pytest

from app.directory.completeness.scoring import Told, mean, score
from models.base import today
from models.codes.offer import AdmissionChannel as By
from models.codes.offer import Cost, Family
from tests.factories import (
    CoordinatorFactory,
    CounsellorFactory,
    HousingOfferFactory,
    OrganizationFactory,
    PartnerFactory,
    SiteFactory,
    TigPostFactory,
)

TOLD: dict[str, Any] = {
    "family": Family.DROITS,
    "admission": By.CANDIDATURE_DIRECTE,
    "description": "x" * 300,
    "phone": "+33472000000",
    "email": "accueil@exemple.fr",
    "address": "12 rue des Lilas",
    "is_confidential": False,
    "is_remote": False,
    "has_public": True,
    "cost": Cost.FREE,
    "cost_details": None,
}


def scored(**told):
    return score(Told(**(TOLD | {"updated_on": today()} | told)), today())


def test_a_full_record_meets_the_ten_criteria():
    results = scored()

    assert len(results) == 10
    assert mean(results) == 1


@pytest.mark.parametrize(
    ("told", "criterion", "value"),
    [
        ({"description": ""}, "description_bien_definie", 0),
        ({"description": "x" * 100}, "description_bien_definie", 0.5),
        ({"description": "x" * 9_000}, "description_bien_definie", 0.5),
        ({"cost": Cost.UNKNOWN}, "frais_bien_definis", 0),
        ({"cost": Cost.PAID}, "frais_bien_definis", 0.5),
        ({"cost": Cost.PAID, "cost_details": "10 € par mois"}, "frais_bien_definis", 1),
        ({"address": None}, "adresse_bien_definie", 0),
        ({"address": None, "is_remote": True}, "adresse_bien_definie", None),
        ({"address": None, "is_confidential": True}, "adresse_bien_definie", None),
        ({"has_public": False}, "au_moins_un_public", 0),
        ({"phone": None, "email": None}, "au_moins_un_moyen_de_contact", 0),
        ({"phone": None}, "telephone_bien_defini", 0),
        ({"phone": None, "admission": By.SANS_RDV}, "telephone_bien_defini", None),
        (
            {"email": None, "admission": By.EMERGENCY_115},
            "courriel_bien_defini",
            None,
        ),
        ({"family": Family.TIG}, "au_moins_une_thematique", None),
    ],
)
def test_each_criterion_says_what_data_inclusion_says(told, criterion, value):
    assert scored(**told)[criterion] == value


def test_the_day_it_is_six_months_old_is_not_counted_as_two_years():
    ages = {
        days: scored(updated_on=today() - dt.timedelta(days=days))["date_maj_recente"]
        for days in (179, 180, 181, 800)
    }

    assert ages[179] == ages[180] == 1
    assert 0.98 < ages[181] < 1
    assert ages[800] == 0


def test_who_may_edit_reads_what_to_fill_next_and_others_do_not(browse_as):
    offer = HousingOfferFactory(site=SiteFactory(address=None))
    partner = browse_as(PartnerFactory(organization=offer.organization))

    answer = partner.open("GET", "directory.show", offer_id=offer.id)
    other = browse_as(CounsellorFactory()).get("directory.show", offer_id=offer.id)

    assert f'href="/sites/{offer.site_id}/modifier#address">Écrire l' in answer.text
    assert f'href="/offres/{offer.id}/modifier#description"' in answer.text
    assert "Complétude" not in other
    for link in ("#address", "#description", "#phone", "#email", "#cost"):
        assert link in answer.text


def test_a_tig_post_is_described_by_its_work(browse_as):
    post = TigPostFactory()
    partner = browse_as(PartnerFactory(organization=post.organization))

    page = partner.open("GET", "directory.show", offer_id=post.id).text

    assert f"/offres/{post.id}/modifier#nature_of_work" in page


def test_nothing_kept_apart_is_asked_of_a_confidential_site(browse_as):
    hidden = SiteFactory(is_confidential=True, opening_hours="24/7", pmr_access="YES")
    page = browse_as(CoordinatorFactory()).get("directory.site", site_id=hidden.id)

    assert "Complétude : 100 %" in page
    assert "Écrire le téléphone" not in page


def test_a_site_and_an_organization_say_what_they_lack(browse_as):
    owner = OrganizationFactory(phone="+33472000000", siret=None)
    site = SiteFactory(organization=owner, opening_hours="Mo 09:00-12:00", pmr_access="YES")
    partner = browse_as(PartnerFactory(organization=owner))

    whole = partner.get("directory.organization", organization_id=owner.id)
    there = partner.get("directory.site", site_id=site.id)

    assert "Complétude : 33 %" in whole
    assert "Présenter la structure" in whole
    assert "Complétude : 29 %" in there
    assert "Dire qui appeler" in there
    assert "Écrire les horaires" not in there
