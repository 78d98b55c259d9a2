"""Partners, their sites and accreditations, around Lyon."""

import datetime as dt

import factory
from geoalchemy2 import WKTElement

from models.accreditation import Accreditation
from models.base import today
from models.codes.organization import AccreditationKind, AccreditationStatus, LegalForm
from models.organization import Organization, Site
from tests.factories.base import Factory


def point(lon: float, lat: float) -> WKTElement:
    """A point on earth; longitude first."""
    return WKTElement(f"POINT({lon} {lat})", srid=4326)


class OrganizationFactory(Factory):
    """A town hall, which needs no accreditation."""

    class Meta:
        model = Organization

    legal_name = factory.Sequence(lambda n: f"Structure d'accueil {n}")
    legal_form = LegalForm.COMMUNE


class SiteFactory(Factory):
    """A site in Villeurbanne."""

    class Meta:
        model = Site

    organization = factory.SubFactory(OrganizationFactory)
    name = factory.Sequence(lambda n: f"Site {n}")
    insee_code = "69266"
    postal_code = "69100"
    department_code = "69"
    public_point = factory.LazyFunction(lambda: point(4.8795, 45.7665))


class AccreditationFactory(Factory):
    """A local TIG accreditation granted a year ago, for five years."""

    class Meta:
        model = Accreditation

    organization = factory.SubFactory(OrganizationFactory)
    kind = AccreditationKind.TIG_LOCAL
    status = AccreditationStatus.GRANTED
    department_code = "69"
    decided_on = factory.LazyFunction(lambda: today() - dt.timedelta(days=365))
    ends_on = factory.LazyFunction(lambda: today() + dt.timedelta(days=4 * 365))
