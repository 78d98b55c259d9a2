"""People come in through the pages, each to the first page of their trade."""

import pytest

from tests.factories import (
    AdministratorFactory,
    CoordinatorFactory,
    ManagerFactory,
    NationalReaderFactory,
    TigLeadFactory,
    UnitFactory,
)

OF_A_UNIT = (ManagerFactory, TigLeadFactory, CoordinatorFactory)
OF_FRANCE = (NationalReaderFactory, AdministratorFactory)


def test_a_counsellor_comes_in_with_a_password_and_a_code(house, world):
    visitor = house.arrive()

    house.sign_in(visitor, world.counsellor())

    visitor.sees("Ma journée")


def test_a_partner_comes_in_with_a_password_alone(house, world):
    partner = world.partner(world.post("Entretien du parc des Gratte-Ciel"))
    visitor = house.arrive()

    house.sign_in(visitor, partner)

    visitor.sees("Mes places", "Entretien du parc des Gratte-Ciel")


@pytest.mark.parametrize("role", [*OF_A_UNIT, *OF_FRANCE])
def test_the_first_page_of_every_other_trade_has_no_fault(house, world, role):
    visitor = house.enter(world.staff(role, UnitFactory() if role in OF_A_UNIT else None))

    visitor.go("/")

    assert "/connexion" not in visitor.page.url


def test_a_wrong_password_says_so_and_keeps_the_address(house, world):
    counsellor = world.counsellor()
    visitor = house.arrive()
    visitor.go("/connexion")

    visitor.fill(email=counsellor.email, password="pas le bon mot de passe")
    visitor.press("Se connecter")

    assert visitor.field("Adresse").input_value() == counsellor.email
