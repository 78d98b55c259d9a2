"""People followed, with their measure; a few thousand names serve for all of them."""

import uuid
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate, product
from typing import NamedTuple

from bench.country.dice import TODAY, Dice
from bench.country.gazetteer import Gazetteer
from bench.country.names import FIRST, LAST
from bench.country.sheaf import Sheaf
from bench.country.staff import Staff
from bench.scale import Scale
from models.codes.offer import Household
from models.codes.people import MeasureType, OffenceClass, Setting, Sex
from models.secret import keyring

SYLLABLES = ["ac", "and", "el", "ier", "ot", "iau", "in", "eau", "ou", "ard"]
AT_ONCE = 20_000
MEASURES = {
    MeasureType.SURSIS_PROBATOIRE: 50,
    MeasureType.TIG: 25,
    MeasureType.SURSIS_PROBATOIRE_TIG: 10,
    MeasureType.DDSE_PEINE: 8,
    MeasureType.DETENTION: 7,
}
WITH_HOURS = frozenset({MeasureType.TIG, MeasureType.SURSIS_PROBATOIRE_TIG})


class Person(NamedTuple):
    """Somebody, with what their plan needs to know."""

    id: uuid.UUID
    unit: int
    department: str
    officer: int
    measure: uuid.UUID


@dataclass
class Names:
    """Sealed once, used many times: encrypting is not what is measured."""

    last: list[tuple[str, str]] = field(default_factory=list)
    first: list[tuple[str, str]] = field(default_factory=list)
    born: list[tuple[str, str]] = field(default_factory=list)
    phones: list[str] = field(default_factory=list)

    def draw(self, dice: Dice) -> dict[str, str]:
        """The encrypted columns of somebody, and the digest of their name."""
        last, first, born = dice.choice(self.last), dice.choice(self.first), dice.choice(self.born)
        return {
            "last_name": last[1],
            "first_name": first[1],
            "birth_date": born[1],
            "phone": dice.choice(self.phones),
            "name_digest": keyring.digest(last[0], first[0], born[0]),
        }


def names(dice: Dice) -> Names:
    """Some two thousand last names, and as many dates of birth."""
    spelled = [*LAST, *(f"{last}{end}" for last, end in product(LAST, SYLLABLES))]
    spelled += [f"{one}-{other}" for one, other in product(LAST, LAST)]
    days = [dice.day(-65 * 365, -19 * 365).isoformat() for _ in range(3_000)]
    return Names(
        [(name, keyring.seal(name)) for name in spelled],
        [(name, keyring.seal(name)) for name in FIRST],
        [(day, keyring.seal(day)) for day in days],
        [keyring.seal(dice.phone()) for _ in range(500)],
    )


def people(
    sheaf: Sheaf, scale: Scale, gazetteer: Gazetteer, staff: Staff
) -> Iterator[list[Person]]:
    """Everybody, some thousands at once, in units as large as their département."""
    dice = Dice("people")
    known = names(dice)
    shares = list(
        accumulate(
            gazetteer.departments[unit.department][1][-1]
            / sum(other.department == unit.department for other in staff.units)
            for unit in staff.units
        )
    )
    for first in range(0, scale.people, AT_ONCE):
        count = min(AT_ONCE, scale.people - first)
        units = dice.choices(staff.units, cum_weights=shares, k=count)
        yield [
            _person(sheaf, dice, known, unit.id, unit.department, staff.counsellors[unit.id])
            for unit in units
        ]


def _person(
    sheaf: Sheaf, dice: Dice, known: Names, unit: int, department: str, counsellors: list[int]
) -> Person:
    made = Person(dice.key(), unit, department, dice.choice(counsellors), dice.key())
    sheaf.add(
        "casework.supervised_person",
        id=made.id,
        unit_id=unit,
        officer_id=made.officer,
        sex=Sex.F if dice.happens(0.1) else Sex.M,
        setting=Setting.CUSTODY if dice.happens(0.2) else Setting.OPEN,
        household=Household.SINGLE if dice.happens(0.8) else dice.choice(list(Household)),
        has_animal=dice.happens(0.05),
        needs_pmr=dice.happens(0.03),
        created_at=dice.ago(1, 700),
        **known.draw(dice),
    )
    _measure(sheaf, dice, made)
    return made


def _measure(sheaf: Sheaf, dice: Dice, person: Person) -> None:
    kind = dice.either(MEASURES)
    decided = dice.day(-500, -10)
    sheaf.add(
        "casework.measure",
        id=person.measure,
        unit_id=person.unit,
        person_id=person.id,
        type=kind,
        offence_class=OffenceClass.DELIT,
        decided_on=decided,
        enforceable_on=min(decided.replace(day=28), TODAY),
        hours_ordered=dice.choice([35, 70, 105, 140, 210]) if kind in WITH_HOURS else None,
    )


def by_unit(everybody: list[Person]) -> defaultdict[int, list[Person]]:
    """The people of each unit."""
    found: defaultdict[int, list[Person]] = defaultdict(list)
    for person in everybody:
        found[person.unit].append(person)
    return found
