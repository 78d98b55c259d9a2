"""The words each kind of offer answers to: its label, its acronym, its other names, its family."""

from collections.abc import Mapping
from functools import cache

from models.base import Code
from models.codes.housing import HousingType
from models.codes.offer import Family
from models.codes.services import CareType, CourseType, EmployerType, SupportType
from models.codes.tig import TigActivity
from search import vocabulary

TAG = "bracelet électronique DDSE"
PMR = "PMR accessible"
DOMICILIATION = "domiciliation"

KINDS: dict[Family, type[Code]] = {
    Family.TIG: TigActivity,
    Family.LOGEMENT: HousingType,
    Family.EMPLOI_FORMATION: EmployerType,
    Family.SANTE: CareType,
    Family.STAGE: CourseType,
}


@cache
def by_type() -> dict[str, dict[str, str]]:
    """Family, then type, then words."""
    types = vocabulary.load().types
    return {
        family.value: {code.value: _words(family, code, types) for code in kind_of(family)}
        for family in Family
    }


def kind_of(family: Family) -> type[Code]:
    """The list the types of a family are coded with."""
    return KINDS.get(family, SupportType)


def _words(family: Family, code: Code, types: Mapping[str, str]) -> str:
    names = [code.label, types.get(code.value, ""), family.label, family.value.replace("_", " ")]
    if "_" not in code.value and code.value.lower() in vocabulary.load().acronyms:
        names.append(code.value)
    return " ".join(names)
