"""The kinds of offer: what each family says beyond the common columns (domain §4.4)."""

from models.codes.offer import Family
from models.offer import Offer
from models.offer_kinds.housing import HousingOffer
from models.offer_kinds.services import CareOffer, CourseOffer, JobOffer, SupportOffer
from models.offer_kinds.tig import TigPost

__all__ = [
    "CareOffer",
    "CourseOffer",
    "HousingOffer",
    "JobOffer",
    "SupportOffer",
    "TigPost",
    "kind_of",
]
KINDS: dict[Family, type[Offer]] = {
    Family.TIG: TigPost,
    Family.LOGEMENT: HousingOffer,
    Family.EMPLOI_FORMATION: JobOffer,
    Family.SANTE: CareOffer,
    Family.STAGE: CourseOffer,
}


def kind_of(family: Family) -> type[Offer]:
    """The model of a family's offers; all the other families are support."""
    return KINDS.get(family, SupportOffer)
