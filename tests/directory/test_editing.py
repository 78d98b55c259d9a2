"""New and corrected organizations, by those entitled and nobody else."""

import pytest
import sqlalchemy as sa

from models.codes.organization import LegalForm
from models.organization import Organization
from tests.factories import (
    CoordinatorFactory,
    CounsellorFactory,
    OrganizationFactory,
    PartnerFactory,
    TutorFactory,
)

LES_TILLEULS = {"legal_name": "Les Tilleuls", "legal_form": "ASSOCIATION", "status": "ACTIVE"}


@pytest.fixture
def partner(session):
    return PartnerFactory()


@pytest.fixture
def owner(partner):
    return partner.memberships[0].organization


def test_a_coordinator_creates_an_organization(browse_as, session):
    numbers = {"phone": "04 72 00 00 00", "siret": "732 829 320 00074", "website": "exemple.fr"}

    answer = browse_as(CoordinatorFactory()).post(
        "directory.create_organization", LES_TILLEULS | numbers
    )

    made = session.scalars(sa.select(Organization).filter_by(legal_name="Les Tilleuls")).one()
    assert answer.status_code == 303
    assert made.legal_form is LegalForm.ASSOCIATION
    assert (made.phone, made.siret) == ("+33472000000", "73282932000074")
    assert made.website == "https://exemple.fr"


@pytest.mark.parametrize("typed", ["0262 00 00 00", "+262 262 00 00 00", "02.62.00.00.00"])
def test_a_number_of_an_overseas_departement_is_a_number(browse_as, session, typed):
    browse_as(CoordinatorFactory()).post(
        "directory.create_organization", LES_TILLEULS | {"phone": typed}
    )

    assert session.scalars(sa.select(Organization.phone)).all() == ["+262262000000"]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"siret": "73282932000075"}, "Ce SIRET n'existe pas"),
        ({"phone": "04 72"}, "Ce numéro n'existe pas"),
        ({"email": "accueil"}, "Écrivez une adresse comme accueil@exemple.fr"),
        ({"website": "javascript:alert(1)"}, "Écrivez une adresse comme https://"),
        ({"rna": "W12"}, "Un numéro RNA est un W suivi de 9 chiffres"),
        ({"legal_name": ""}, "Écrivez le nom de la structure"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_kept(browse_as, session, wrong, said):
    answer = browse_as(CoordinatorFactory()).post(
        "directory.create_organization", LES_TILLEULS | wrong
    )

    assert answer.status_code == 422
    assert said in answer.text.replace("\u00a0", " ").replace("&#39;", "'")
    assert f'value="{next(iter(wrong.values()))}"' in answer.text
    assert session.scalar(sa.select(sa.func.count(Organization.id))) == 0


@pytest.mark.parametrize("role", [CounsellorFactory, PartnerFactory, TutorFactory])
def test_others_may_not_create_one(browse_as, role):
    browse_as(role()).get("directory.new_organization", status=403)


def test_a_partner_manager_corrects_its_own_organization_only(browse_as, partner, owner):
    other, browser = OrganizationFactory(), browse_as(partner)

    browser.post("directory.update_organization", LES_TILLEULS, organization_id=owner.id)
    refused = browser.get("directory.edit_organization", status=404, organization_id=other.id)

    assert owner.legal_name == "Les Tilleuls"
    assert "Structure d'accueil" not in refused
