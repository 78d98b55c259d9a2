"""A site keeps its point as long as nobody touches it, however near that of its commune."""

import pytest
import sqlalchemy as sa
from geoalchemy2.shape import from_shape
from shapely import Point

from app.directory.point import coordinates
from models.codes.organization import PointPrecision
from models.organization import SiteSecret
from models.reference import Commune
from tests.directory.test_meanwhile import filled
from tests.factories import CoordinatorFactory, PartnerFactory, SiteFactory

HALF_A_STREET = 0.0007
FAR = 0.3


@pytest.fixture
def site(session):
    return SiteFactory(address="12 rue Anatole France")


def stand(session, site, shift, precision):
    """Put the site at so many degrees north of its commune's point."""
    lon, lat = coordinates(site.commune.point)
    site.public_point = from_shape(Point(lon, lat + shift), srid=4326)
    site.precision = precision
    session.commit()
    return at(site)


def at(site):
    return coordinates(site.public_point), site.precision


def send(browser, site, **changes):
    ids = {"site_id": site.id}
    typed = filled(browser.open("GET", "directory.edit_site", **ids).text) | changes
    answer = browser.post("directory.update_site", typed, **ids)
    assert answer.status_code == 303, answer.text
    return answer


@pytest.mark.parametrize(
    ("shift", "precision"),
    [
        (HALF_A_STREET, PointPrecision.HOUSENUMBER),
        (0, PointPrecision.HOUSENUMBER),
        (0, PointPrecision.MUNICIPALITY),
        (HALF_A_STREET, PointPrecision.MUNICIPALITY),
        (FAR, PointPrecision.STREET),
    ],
)
@pytest.mark.parametrize("changes", [{}, {"nearest_stop": "Gare"}, {"lon": "", "lat": ""}])
def test_a_point_that_nobody_touched_stays(browse_as, session, site, shift, precision, changes):
    before = stand(session, site, shift, precision)

    send(browse_as(CoordinatorFactory()), site, **changes)

    session.refresh(site)
    assert at(site) == before
    assert site.nearest_stop == changes.get("nearest_stop")


def test_a_site_without_a_point_takes_that_of_its_commune(browse_as, session, site):
    site.public_point = None
    session.commit()

    send(browse_as(CoordinatorFactory()), site)

    assert at(site) == (coordinates(site.commune.point), PointPrecision.MUNICIPALITY)


def test_the_point_of_a_commune_does_not_follow_into_another(browse_as, session, site):
    stand(session, site, 0, PointPrecision.MUNICIPALITY)

    send(browse_as(CoordinatorFactory()), site, commune="Lyon (69)", postal_code="")

    centre = session.get_one(Commune, site.insee_code).point
    assert site.insee_code == "69123"
    assert at(site) == (coordinates(centre), PointPrecision.MUNICIPALITY)


def test_a_secret_point_stays_with_its_address_and_goes_with_another(browse_as, session, site):
    partner = browse_as(PartnerFactory(organization=site.organization))
    (point, _) = stand(session, site, HALF_A_STREET, PointPrecision.STREET)
    send(partner, site, is_confidential="y")
    secret = session.scalars(sa.select(SiteSecret)).one()

    for again in ({}, {"address": "12 rue Anatole France"}):
        send(partner, site, **again)
        assert coordinates(secret.point) == point
    assert at(site) == (coordinates(site.commune.point), PointPrecision.HIDDEN)

    send(partner, site, address="3 quai Rambaud")
    assert secret.point is None
