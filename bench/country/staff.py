"""Units of the SPIP and everybody's accounts; none has a password, so nobody signs in."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import NamedTuple

from bench.country.dice import Dice
from bench.country.gazetteer import Gazetteer
from bench.country.names import FIRST, LAST
from bench.country.sheaf import Sheaf
from bench.scale import Scale
from models.codes.access import Role

PEOPLE_FOR_A_UNIT = 400_000
DOMAIN = "bench.maillage.example"
FIRST_PARTNER = 100_001


class Unit(NamedTuple):
    """A unit and its département."""

    id: int
    department: str


@dataclass
class Staff:
    """The units, and the accounts that follow people in each."""

    units: list[Unit] = field(default_factory=list)
    counsellors: defaultdict[int, list[int]] = field(default_factory=lambda: defaultdict(list))

    def unit_of(self, dice: Dice, department: str) -> Unit:
        """One of the units of a département."""
        return dice.choice([unit for unit in self.units if unit.department == department])


def staff(sheaf: Sheaf, scale: Scale, gazetteer: Gazetteer) -> Staff:
    """Units where people live, and the accounts of the service."""
    made, dice = Staff(), Dice("staff")
    for department, (towns, weights) in gazetteer.departments.items():
        for number in range(max(round(weights[-1] / PEOPLE_FOR_A_UNIT), 1)):
            unit = Unit(len(made.units) + 1, department)
            name = f"{towns[0].department} antenne {number + 1}"
            sheaf.add("accounts.unit", id=unit.id, name=name, department_code=department)
            made.units.append(unit)
    for account in range(1, max(scale.staff, 4 * len(made.units)) + 1):
        unit = made.units[account % len(made.units)]
        role = _role(account // len(made.units))
        add_account(sheaf, dice, account, role, unit_id=unit.id)
        if role is Role.CPIP:
            made.counsellors[unit.id].append(account)
    return made


def partners(sheaf: Sheaf, scale: Scale, organizations: int) -> None:
    """Accounts of partners, one an organization and then a second one."""
    dice = Dice("partners")
    for number in range(scale.partners):
        role = Role.PARTNER_MANAGER if number < organizations else Role.PARTNER_TUTOR
        home = number % organizations + 1
        add_account(sheaf, dice, FIRST_PARTNER + number, role, organization_id=home)


def add_account(
    sheaf: Sheaf,
    dice: Dice,
    account: int,
    role: Role,
    *,
    unit_id: int | None = None,
    organization_id: int | None = None,
) -> None:
    """An account, with the one membership it has."""
    sheaf.add(
        "accounts.account",
        id=account,
        email=f"{role.value.lower()}.{account}@{DOMAIN}",
        name=f"{dice.choice(FIRST)} {dice.choice(LAST)}",
        fs_uniquifier=f"bench{account}",
        tf_primary_method=None if role.is_partner else "authenticator",
    )
    home = {"unit_id": unit_id, "organization_id": organization_id}
    sheaf.add("accounts.membership", id=account, account_id=account, role=role, **home)


def _role(rank: int) -> Role:
    """The first accounts of a unit lead it, all the others follow people."""
    return {0: Role.MANAGER, 1: Role.TIG_LEAD, 2: Role.COORDINATOR}.get(rank, Role.CPIP)
