"""New records as plain rows, from what a line says.

A new partner is « en contact »; its offers are published, never confirmed, and grant no place
until somebody reports (domain §5 "Freshness").
"""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from app.imports.writing import AUDIENCE, Centres
from models.codes.claims import LotState, Sharing
from models.codes.housing import HousingType
from models.codes.offer import AdmissionChannel, Family, Publication
from models.codes.organization import LegalForm, OrganizationStatus, PointPrecision
from models.codes.services import CareType
from models.offer import Offer
from models.offer_kinds import CareOffer, CourseOffer, HousingOffer, JobOffer, kind_of

Facts = Mapping[str, Any]
Row = dict[str, Any]
TYPE_COLUMNS: dict[type[Offer], str] = {
    HousingOffer: "housing_type",
    JobOffer: "employer_type",
    CareOffer: "care_type",
    CourseOffer: "course_type",
}
# Where a file does not say how one gets in: what the law or the kind of place says (domain §5).
USUAL_ADMISSION: dict[str, AdmissionChannel] = {
    HousingType.CHRS: AdmissionChannel.SIAO,
    HousingType.CHU: AdmissionChannel.EMERGENCY_115,
    HousingType.ACT: AdmissionChannel.DOSSIER_MEDICAL_ARS,
    HousingType.LHSS: AdmissionChannel.DOSSIER_MEDICAL_ARS,
    HousingType.LAM: AdmissionChannel.DOSSIER_MEDICAL_ARS,
    CareType.CPCA: AdmissionChannel.PRESCRIPTION_SPIP,
}
ONE_LOT = "Tous publics"


def born(at: dt.datetime) -> Row:
    """Made and changed at one instant: a later change tells that somebody took it over."""
    return {"created_at": at, "modified_at": at}


def organization(said: Facts, *, source: str, source_id: str) -> Row:
    """A partner nobody has met yet."""
    told = {"legal_form": LegalForm.ASSOCIATION, **said}
    return told | {
        "source": source,
        "source_id": source_id,
        "status": OrganizationStatus.PROSPECT,
    }


def site(said: Facts, centres: Centres) -> Row:
    """A site at its own point, else at its commune's."""
    told = {name: value for name, value in said.items() if name != "point"}
    if "point" in said:
        return told | {"public_point": said["point"]}
    hidden = PointPrecision.HIDDEN if said.get("is_confidential") else PointPrecision.MUNICIPALITY
    return told | {"public_point": centres.get(said["insee_code"]), "precision": hidden}


def offer(said: Facts) -> Row:
    """A published offer, to be confirmed: the columns that every kind has."""
    usual = USUAL_ADMISSION.get(said["type"], AdmissionChannel.CANDIDATURE_DIRECTE)
    told = {name: said[name] for name in said.keys() - AUDIENCE - {"type", "places"}}
    kind = kind_of(Family(said["family"])).__mapper__.polymorphic_identity
    return {"admission": usual, **told, "kind": kind, "publication": Publication.PUBLISHED}


def kind_row(said: Facts) -> Row:
    """What its kind adds: its type."""
    kind = kind_of(Family(said["family"]))
    return {TYPE_COLUMNS.get(kind, "support_type"): said["type"]}


def lot(said: Facts) -> Row | None:
    """The places a file tells of: shared, none granted until somebody says so."""
    if not said.get("places"):
        return None
    shared = {"sharing": Sharing.SHARED, "state": LotState.OPEN, "open": 0}
    return {"label": ONE_LOT, "places": said["places"], **shared}


def audience(said: Facts) -> Row | None:
    """Who is welcome, when the file says so."""
    return {name: said[name] for name in AUDIENCE & said.keys()} or None
