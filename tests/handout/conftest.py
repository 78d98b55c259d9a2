"""Offers of every family that tell too much, and documents read back."""

import io
from functools import partial
from typing import Any

import pytest
from pypdf import PdfReader

from models.codes.offer import AdmissionChannel, Family
from models.codes.services import CareType, CourseType, SupportType
from models.offer_kinds import CourseOffer
from models.organization import Contact
from tests import factories as make

# A telling word wherever somebody can write one.
TELLS = {
    "title": "Poste TIG, suivi SPIP",
    "description": "Pour les sortants de prison, sur décision du juge.",
    "admission_details": "Ordonnance du JAP à joindre.",
    "documents_required": ["pièce d'identité", "extrait de jugement", "fiche pénale"],
    "cost_details": "Payé par l'administration pénitentiaire.",
    "languages": ["français", "langue des détenus"],
}
OWNER = "Association de soutien aux condamnés"


def course(site, **told):
    """A course, whose very name is that of a sentence."""
    wrong = told | {"title": "Stage de sensibilisation aux stupéfiants"}
    return CourseOffer(
        site=site,
        family=Family.STAGE,
        publication="PUBLISHED",
        course_type=CourseType.STUPEFIANTS,
        duration_days=2,
        **wrong,
    )


SUPPORT = {
    "DROITS": SupportType.POINT_JUSTICE,
    "VICTIMES_JR": SupportType.JUSTICE_RESTAURATIVE,
    "FAMILLE": SupportType.MAISON_ACCUEIL_FAMILLES,
    "AIDE_MATERIELLE": SupportType.AIDE_ALIMENTAIRE,
    "MOBILITE": SupportType.AIDE_MOBILITE,
    "SPORT_CULTURE": SupportType.SPORT,
}
MAKERS: dict[str, Any] = {
    "TIG": make.TigPostFactory,
    "LOGEMENT": make.HousingOfferFactory,
    "EMPLOI_FORMATION": make.JobOfferFactory,
    "SANTE": lambda **told: make.CareOfferFactory(care_type=CareType.CPCA, **told),
    "STAGE": course,
    **{
        family: partial(make.SupportOfferFactory, family=Family(family), support_type=kind)
        for family, kind in SUPPORT.items()
    },
}


@pytest.fixture
def telling(session):
    """An offer of a family, at a host, that says why somebody comes wherever it can."""

    def tell(family, **more):
        owner = make.OrganizationFactory(legal_name=OWNER, phone="+33472000000")
        site = make.SiteFactory(
            organization=owner,
            name="Antenne du SPIP",
            address="12 rue du Palais de Justice",
            nearest_stop="Gratte-Ciel",
        )
        session.add(Contact(site=site, name="Dominique Roux", function="référente TIG"))
        told = {"admission": AdmissionChannel.PRESCRIPTION_SPIP} | TELLS | more
        offer = MAKERS[family](site=site, **told)
        session.add(offer)
        session.flush()
        return offer

    return tell


@pytest.fixture
def pdf_of(browse_as, session):
    """The document that a counsellor takes for an offer."""
    browser = browse_as(make.CounsellorFactory())

    def read(offer, **asked):
        answer = browser.open("GET", "handout.offer_pdf", offer_id=offer.id, **asked)
        assert answer.status_code == 200
        return answer, PdfReader(io.BytesIO(answer.data))

    return read
