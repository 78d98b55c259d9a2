"""What others call a partner, and the kind of place it is for us; None is a partner without one."""

from dataclasses import dataclass

from models.base import Code
from models.codes.housing import HousingType
from models.codes.offer import AdmissionChannel, Family
from models.codes.organization import LegalForm
from models.codes.services import CareType, EmployerType, SupportType


@dataclass(frozen=True)
class Place:
    """A family, a kind of it, how one is let in, and the ages that its name implies."""

    family: Family
    kind: Code
    admission: AdmissionChannel = AdmissionChannel.CANDIDATURE_DIRECTE
    ages: tuple[int | None, int | None] = (None, None)


@dataclass(frozen=True)
class Category:
    """What a category of a list means: its legal form when it implies one, and its place."""

    place: Place | None = None
    legal_form: LegalForm | None = None
    networks: tuple[str, ...] = ()


def _housing(kind: HousingType, admission: AdmissionChannel, *networks: str) -> Category:
    return Category(
        Place(Family.LOGEMENT, kind, admission), LegalForm.ASSOCIATION, networks=networks
    )


def _care(kind: CareType, *networks: str) -> Category:
    return Category(Place(Family.SANTE, kind), LegalForm.ETAB_SANTE, networks=networks)


def _rights(kind: SupportType, form: LegalForm | None = None, *networks: str) -> Category:
    return Category(Place(Family.DROITS, kind), form, networks)


def _work(
    kind: EmployerType,
    form: LegalForm | None,
    *networks: str,
    admission: AdmissionChannel = AdmissionChannel.PRESCRIPTION_SPIP,
    ages: tuple[int | None, int | None] = (None, None),
) -> Category:
    return Category(Place(Family.EMPLOI_FORMATION, kind, admission, ages), form, networks)


SIAO, DIRECT = AdmissionChannel.SIAO, AdmissionChannel.CANDIDATURE_DIRECTE
MEDICAL, URGENT = AdmissionChannel.DOSSIER_MEDICAL_ARS, AdmissionChannel.EMERGENCY_115
NOTHING = Category()
STATE = Category(legal_form=LegalForm.ETAT)

# FINESS categories (domain §5, ENUM-HOUSING and ENUM-CARE). Those of minors, of guardianship, of
# asylum and inside prisons are partners without a place an adult is referred to.
FINESS: dict[str, Category] = {
    "124": _care(CareType.CENTRE_SANTE),
    "156": _care(CareType.CMP, "cmp"),
    "165": _housing(HousingType.ACT, MEDICAL),
    "166": _housing(HousingType.MERE_ENFANT, DIRECT),
    "178": _care(CareType.CAARUD, "caarud"),
    "180": _housing(HousingType.LHSS, MEDICAL),
    "197": _care(CareType.CSAPA, "csapa"),
    "213": _housing(HousingType.LAM, MEDICAL),
    "214": _housing(HousingType.CHRS, SIAO, "chrs"),
    "216": _housing(HousingType.HOTEL, DIRECT),
    "219": _housing(HousingType.CHU, URGENT, "chu"),
    "256": _housing(HousingType.FTM, DIRECT),
    "257": _housing(HousingType.FJT, DIRECT, "residences-fjt"),
    "258": _housing(HousingType.PENSION_FAMILLE, SIAO),
    "259": _housing(HousingType.RS, SIAO),
    "425": _care(CareType.CATTP),
    "603": _care(CareType.MAISON_SANTE),
}

# Work-integration employers (ASP).
EMPLOYERS: dict[str, Category] = {
    "ACI": _work(EmployerType.ACI, LegalForm.ASSOCIATION, "aci"),
    "AI": _work(EmployerType.AI, LegalForm.ASSOCIATION, "ai"),
    "EI": _work(EmployerType.EI, LegalForm.ESS_SOCIETE, "ei"),
    "ETTI": _work(EmployerType.ETTI, LegalForm.ESS_SOCIETE, "etti"),
    "EITI": _work(EmployerType.EITI, LegalForm.ESS_SOCIETE, "eiti"),
    "GEIQ": _work(EmployerType.GEIQ, LegalForm.ASSOCIATION, "geiq", admission=DIRECT),
    "EA": _work(EmployerType.EA, LegalForm.ESS_SOCIETE, "ea", admission=AdmissionChannel.MDPH),
}

_VICTIMS = Place(Family.VICTIMES_JR, SupportType.FRANCE_VICTIMES)
_CIVI = Place(Family.VICTIMES_JR, SupportType.INDEMNISATION)
_SEMI_LIBERTE = Place(Family.LOGEMENT, HousingType.SEMI_LIBERTE, AdmissionChannel.DECISION_JAP)
_PARENTS = Place(Family.FAMILLE, SupportType.AUTRE)

# Types of the administration's directory (DILA): public services, then justice.
SERVICES: dict[str, Category] = {
    "adil": _rights(SupportType.AUTRE, LegalForm.ASSOCIATION),
    "afpa": _work(EmployerType.AFPA, LegalForm.ETAB_PUBLIC, "afpa", admission=DIRECT),
    "bav": Category(_VICTIMS, LegalForm.ASSOCIATION),
    "caf": _rights(SupportType.CAF, LegalForm.PRIVE_MSP, "caf"),
    "cidf": _rights(SupportType.CIDFF, LegalForm.ASSOCIATION, "cidff"),
    "cij": _rights(SupportType.AUTRE, LegalForm.ASSOCIATION, "reseau-information-jeunesse"),
    "civi": Category(_CIVI, LegalForm.ETAT),
    "cpam": _rights(SupportType.CPAM, LegalForm.PRIVE_MSP, "cpam"),
    "csl": Category(_SEMI_LIBERTE, LegalForm.ETAT),
    "greta": _work(EmployerType.GRETA, LegalForm.ETAB_PUBLIC, admission=DIRECT),
    "maison_handicapees": _rights(SupportType.MDPH, LegalForm.ETAB_PUBLIC, "mdph"),
    "mission_locale": _work(
        EmployerType.MISSION_LOCALE,
        LegalForm.ASSOCIATION,
        "mission-locale",
        admission=DIRECT,
        ages=(16, 25),
    ),
    "mjd": _rights(SupportType.POINT_JUSTICE, LegalForm.ETAT, "points-justice"),
    "msap": _rights(SupportType.FRANCE_SERVICES, None, "france-service"),
    "permanence_juridique": _rights(SupportType.POINT_JUSTICE, None, "points-justice"),
    "pif": Category(_PARENTS),
    "pmi": Category(_PARENTS, LegalForm.DEPARTEMENT),
    "pole_emploi": _work(
        EmployerType.FRANCE_TRAVAIL, LegalForm.ETAB_PUBLIC, "france-travail", admission=DIRECT
    ),
    "agefiph": Category(legal_form=LegalForm.PRIVE_MSP, networks=("agefiph",)),
    "apec": Category(legal_form=LegalForm.PRIVE_MSP),
    "cio": STATE,
    "clic": NOTHING,
    "crib": Category(legal_form=LegalForm.ASSOCIATION),
    "ofii": Category(legal_form=LegalForm.ETAB_PUBLIC),
    "spip": Category(legal_form=LegalForm.ETAT, networks=("spip",)),
}
