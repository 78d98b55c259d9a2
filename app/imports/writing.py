"""Records made and corrected from what a line says.

A new partner is « en contact »; its offers are published, never confirmed, and grant no place
until somebody reports (domain §5 "Freshness").
"""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from geoalchemy2 import WKBElement
from geoalchemy2.shape import from_shape
from shapely import Point

from models.base import CodeList, CodeType, now
from models.capacity import PlaceLot
from models.codes.claims import Sharing
from models.codes.housing import HousingType
from models.codes.offer import AdmissionChannel, Family, Publication
from models.codes.organization import LegalForm, OrganizationStatus, PointPrecision
from models.codes.services import CareType
from models.offer import AudienceRule, Offer
from models.offer_kinds import CareOffer, CourseOffer, HousingOffer, JobOffer, kind_of
from models.organization import Organization, Site

Facts = Mapping[str, Any]
Centres = Mapping[str, WKBElement | None]
AUDIENCE = frozenset({"gender", "age_min", "age_max"})
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


def new_organization(said: Facts, *, source: Any, source_id: str) -> Organization:
    """A partner nobody has met yet."""
    organization = Organization(
        source=source, source_id=source_id, status=OrganizationStatus.PROSPECT
    )
    # Said by each, or a batch of them would not be one statement.
    organization.legal_form, organization.networks = LegalForm.ASSOCIATION, []
    born(organization)
    for name, value in said.items():
        put(organization, name, value)
    return organization


def new_site(organization: Organization, said: Facts, centres: Centres) -> Site:
    """A site at its own point, else at its commune's."""
    site = Site(organization=organization)
    born(site)
    for name, value in said.items():
        put(site, name, value)
    if "point" not in said:
        to_the_centre(site, centres)
    return site


def new_offer(site: Site, said: Facts) -> Offer:
    """A published offer, to be confirmed."""
    kind = kind_of(Family(said["family"]))
    offer = kind(site=site, publication=Publication.DRAFT)
    born(offer)
    put(offer, TYPE_COLUMNS.get(kind, "support_type"), said["type"])
    usual = USUAL_ADMISSION.get(said["type"], AdmissionChannel.CANDIDATURE_DIRECTE)
    offer.admission = usual
    for name in said.keys() - AUDIENCE - {"type", "places"}:
        put(offer, name, said[name])
    offer.move_to(Publication.PUBLISHED)
    return offer


def new_lot(offer: Offer, said: Facts) -> PlaceLot | None:
    """The places a file tells of: shared, none granted until somebody says so."""
    if not said.get("places"):
        return None
    return PlaceLot(
        offer=offer, label="Tous publics", places=said["places"], open=0, sharing=Sharing.SHARED
    )


def new_audience(offer: Offer, said: Facts) -> AudienceRule | None:
    """Who is welcome, when the file says so; the offer must have its number."""
    told = {name: said[name] for name in AUDIENCE & said.keys()}
    if not told:
        return None
    rule = AudienceRule(offer_id=offer.id)
    for name, value in told.items():
        put(rule, name, value)
    return rule


def born(record: Organization | Site | Offer) -> None:
    """Made and changed at one instant: a later change tells that somebody took it over."""
    record.created_at = record.modified_at = now()


def put(record: Any, name: str, value: Any) -> None:
    """One value under the name lines give it; a point is longitude, then latitude."""
    if name == "point":
        record.public_point = None if value is None else at(*value)
        record.precision = PointPrecision.STREET
    else:
        setattr(record, name, typed(type(record), name, value))


def at(lon: float, lat: float) -> WKBElement:
    """A point of the database."""
    return from_shape(Point(lon, lat), srid=4326)


def to_the_centre(site: Site, centres: Centres) -> None:
    """Where the commune is: the site's own point is not known, or is not to be."""
    site.public_point = centres.get(site.insee_code)
    hidden = PointPrecision.HIDDEN if site.is_confidential else PointPrecision.MUNICIPALITY
    site.precision = hidden


def typed(model: type[Any], name: str, value: Any) -> Any:
    """A plain value as its column wants it: codes are members of their list."""
    column = sa.inspect(model).columns[name].type
    if value is None:
        return [] if isinstance(column, sa.ARRAY | CodeList) else None
    if isinstance(column, CodeType):
        return column.codes(value)
    if isinstance(column, CodeList):
        return [column.codes(one) for one in value]
    return value
