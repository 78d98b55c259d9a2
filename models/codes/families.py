"""Which coded list says what the offers of a family are."""

from models.base import Code
from models.codes.housing import HousingType
from models.codes.offer import Family
from models.codes.services import CareType, CourseType, EmployerType, SupportType
from models.codes.tig import TigActivity

TYPES: dict[Family, type[Code]] = {
    Family.TIG: TigActivity,
    Family.LOGEMENT: HousingType,
    Family.EMPLOI_FORMATION: EmployerType,
    Family.SANTE: CareType,
    Family.STAGE: CourseType,
}


def types_of(family: Family) -> type[Code]:
    """The types of a family's offers; all the other families are support."""
    return TYPES.get(family, SupportType)
