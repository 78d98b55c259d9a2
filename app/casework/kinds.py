"""The kinds a need may ask for, family by family, under their labels."""

from models.base import Code
from models.codes.housing import HousingType
from models.codes.offer import Family
from models.codes.services import CareType, CourseType, EmployerType, SupportType
from models.codes.tig import TigActivity

KINDS: dict[Family, type[Code]] = {
    Family.TIG: TigActivity,
    Family.LOGEMENT: HousingType,
    Family.EMPLOI_FORMATION: EmployerType,
    Family.SANTE: CareType,
    Family.STAGE: CourseType,
}


def labels(family: Family, kinds: list[str]) -> list[str]:
    """The labels of these kinds; every other family is support."""
    codes = KINDS.get(family, SupportType)
    return [codes(kind).label for kind in kinds if kind in codes.__members__]
