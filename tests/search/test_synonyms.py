"""Domain §7: what people say finds what it is called here; acronyms are exact."""

import pytest

from models.codes.housing import HousingType
from models.codes.offer import AdmissionChannel, Family, YesNo
from models.codes.organization import PmrAccess
from models.codes.services import CareType, CourseType, EmployerType, SupportType
from models.codes.tig import TigActivity
from models.offer_kinds import CourseOffer
from tests import factories
from tests.factories.offers import OfferFactory
from tests.search.conftest import Ask, Find

HOUSING = factories.HousingOfferFactory
JOB = factories.JobOfferFactory
CARE = factories.CareOfferFactory
SUPPORT = factories.SupportOfferFactory
TIG = factories.TigPostFactory


class CourseFactory(OfferFactory):
    """A court-ordered course."""

    class Meta:
        model = CourseOffer

    family = Family.STAGE
    admission = AdmissionChannel.SESSION_INSCRIPTION


def housing(kind: HousingType):
    return HOUSING, {"housing_type": kind, "tag_compatible": YesNo.NO}


def job(kind: EmployerType):
    return JOB, {"employer_type": kind}


def care(kind: CareType):
    return CARE, {"care_type": kind}


def support(kind: SupportType):
    return SUPPORT, {"support_type": kind}


# Domain §5.
HOUSING_ACRONYMS = "CHRS CHU RS FTM FJT IML ALT ACT LHSS LAM OACAS"
JOB_ACRONYMS = "ACI AI EI ETTI EITI GEIQ OPCS ESAT EA E2C EPIDE GRETA AFPA CFA PLIE ADIE"
CARE_ACRONYMS = "CSAPA CAARUD CMP CATTP ELSA PASS CJC CRIAVS CEGIDD CPCA EMPP"
SUPPORT_ACRONYMS = "CPAM CAF MSA CCAS MDPH UDAF CIDFF"

PLAIN = {"site__name": "Ici", "site__organization__legal_name": "Partenaire"}

SAID = [
    ("bracelet", (HOUSING, {"tag_compatible": YesNo.YES})),
    ("DDSE", (HOUSING, {"tag_compatible": YesNo.CASE_BY_CASE})),
    ("PSE", (HOUSING, {"tag_compatible": YesNo.YES})),
    ("surveillance électronique", (HOUSING, {"tag_compatible": YesNo.YES})),
    ("TIG", (TIG, {})),
    ("travail d'intérêt général", (TIG, {})),
    ("foyer", housing(HousingType.CHRS)),
    ("foyers", housing(HousingType.FJT)),
    ("foyer", housing(HousingType.RS)),
    ("115", housing(HousingType.CHU)),
    ("addicto", care(CareType.CSAPA)),
    ("toxicomanie", care(CareType.CSAPA)),
    ("alcool", care(CareType.CSAPA)),
    ("psy", care(CareType.CMP)),
    ("santé mentale", care(CareType.CMP)),
    ("psychiatrie", care(CareType.CMP)),
    ("Pôle emploi", job(EmployerType.FRANCE_TRAVAIL)),
    ("ML", job(EmployerType.MISSION_LOCALE)),
    ("chantier", job(EmployerType.ACI)),
    ("insertion", job(EmployerType.ETTI)),
    ("IAE", job(EmployerType.AI)),
    ("SIAE", job(EmployerType.EI)),
    ("maison relais", housing(HousingType.PENSION_FAMILLE)),
    ("violences conjugales", care(CareType.CPCA)),
    (
        "stage de responsabilisation",
        (CourseFactory, {"course_type": CourseType.VIOLENCES_COUPLE_SEXISTES}),
    ),
    ("papiers", support(SupportType.CNI_PASSEPORT)),
    ("papier", support(SupportType.TITRE_SEJOUR)),
    ("carte d'identité", support(SupportType.CNI_PASSEPORT)),
    ("domiciliation", support(SupportType.CCAS)),
    ("élection de domicile", support(SupportType.DOMICILIATION)),
    ("handicap", support(SupportType.MDPH)),
    ("handicap", job(EmployerType.ESAT)),
    ("handicap", (TIG, {"site__pmr_access": PmrAccess.YES})),
    ("permis", support(SupportType.AUTO_ECOLE_SOCIALE)),
    ("permis", support(SupportType.AIDE_MOBILITE)),
    ("resto", (TIG, {"activity": TigActivity.RESTAURATION_COLLECTIVE})),
    ("jardin", (TIG, {"activity": TigActivity.ESPACES_VERTS})),
]


@pytest.mark.parametrize(("said", "meant"), SAID, ids=lambda value: str(value)[:30])
def test_everyday_words_find_what_is_meant(said: str, meant, find: Find):
    factory, given = meant
    offer = factory(title="Offre", **given)
    other = SUPPORT(title="Chorale", support_type=SupportType.CULTURE, **PLAIN)

    found = find(said)

    assert offer in found
    assert other not in found


@pytest.mark.parametrize(
    ("acronym", "meant"),
    [
        *((name, housing(HousingType(name))) for name in HOUSING_ACRONYMS.split()),
        *((name, job(EmployerType(name))) for name in JOB_ACRONYMS.split()),
        *((name, care(CareType(name))) for name in CARE_ACRONYMS.split()),
        *((name, support(SupportType(name))) for name in SUPPORT_ACRONYMS.split()),
    ],
    ids=lambda value: str(value)[:8],
)
def test_the_acronym_of_its_kind_finds_an_offer(acronym: str, meant, find: Find):
    factory, given = meant
    offer = factory(title="Offre", **given)

    assert offer in find(acronym)
    assert offer in find(acronym.lower())


def test_an_acronym_is_not_a_word_that_looks_like_it(find: Find):
    SUPPORT(title="Passeport et actes", description="Les actes, les passes et la classe")
    act = HOUSING(title="Appartements", housing_type=HousingType.ACT)

    assert find("ACT") == [act]
    assert find("PASS") == []


def test_a_chrs_is_not_every_foyer(find: Find):
    HOUSING(title="Foyer", housing_type=HousingType.FJT)

    assert find("CHRS") == []


def test_the_page_says_what_was_understood(ask: Ask):
    CARE(title="Écoute")

    (synonym,) = ask("écoute addicto").synonyms

    assert synonym.word == "addicto"
    assert synonym.means[0] == "CSAPA"
