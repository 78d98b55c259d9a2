"""Units are created and corrected, structures are found, by an administrator."""

import pytest
import sqlalchemy as sa

from models.account import Unit
from tests.browsing import words
from tests.factories import AdministratorFactory, OrganizationFactory, UnitFactory


@pytest.fixture
def administrator(session, browse_as):
    return browse_as(AdministratorFactory())


def test_a_unit_is_created_then_corrected(administrator, session):
    sent = {"name": "Antenne de Bourg", "kind": "OPEN", "department_code": "01", "phone": ""}
    administrator.post("accounts.create_unit", sent)
    unit = session.scalars(sa.select(Unit).where(Unit.name == "Antenne de Bourg")).one()

    sent["phone"] = "04 74 00 00 00"
    administrator.post("accounts.update_unit", sent, unit_id=unit.id)

    assert "Antenne de Bourg" in administrator.get("accounts.units")
    assert unit.phone == "04 74 00 00 00"


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"department_code": "00x"}, "Un code comme 69, 2A ou 974."),
        ({"name": ""}, "Indiquez le nom de l'unité."),
        ({"name": "Antenne connue"}, "Une autre unité porte déjà ce nom."),
        ({"phone": "appelez-moi"}, "Des chiffres et des espaces"),
    ],
)
def test_a_wrong_unit_is_refused(administrator, session, wrong, sentence):
    UnitFactory(name="Antenne connue")
    sent = {"name": "Antenne", "kind": "OPEN", "department_code": "69", **wrong}

    answer = administrator.post("accounts.create_unit", sent)

    assert answer.status_code == 422
    assert sentence in words(answer.text)


def test_structures_are_proposed_while_typing(administrator, session):
    organization = OrganizationFactory(legal_name="Régie de quartier de Vénissieux")

    answer = administrator.open("GET", "accounts.organizations", q="venissieux regie")

    assert f'data-insee="{organization.id}"' in answer.text
