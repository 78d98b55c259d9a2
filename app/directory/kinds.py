"""The families one may search, with the code list that says what their offers are."""

from models.base import Code
from models.codes.housing import HousingType
from models.codes.offer import Family
from models.codes.services import CareType, CourseType, EmployerType, SupportType
from models.codes.tig import TigActivity
from models.offer import Offer
from models.offer_kinds import (
    CareOffer,
    CourseOffer,
    HousingOffer,
    JobOffer,
    SupportOffer,
    TigPost,
)

TYPES: dict[Family, type[Code]] = {
    Family.TIG: TigActivity,
    Family.LOGEMENT: HousingType,
    Family.EMPLOI_FORMATION: EmployerType,
    Family.SANTE: CareType,
    Family.STAGE: CourseType,
}
KINDS: dict[Family, type[Offer]] = {
    Family.TIG: TigPost,
    Family.LOGEMENT: HousingOffer,
    Family.EMPLOI_FORMATION: JobOffer,
    Family.SANTE: CareOffer,
    Family.STAGE: CourseOffer,
}


def types_of(family: Family) -> type[Code]:
    """The kinds of offers of a family."""
    return TYPES.get(family, SupportType)


def kind_of(family: Family) -> type[Offer]:
    """The model of its offers."""
    return KINDS.get(family, SupportOffer)
