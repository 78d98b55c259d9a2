"""Sites: where they are, and what of a confidential one is kept apart."""

import pytest
import sqlalchemy as sa
from geoalchemy2.shape import to_shape

from models.codes.organization import PointPrecision
from models.organization import Site, SiteSecret
from tests.factories import PartnerFactory, SiteFactory, TigLeadFactory

SITE = {"name": "Siège", "commune": "Villeurbanne", "pmr_access": "UNKNOWN"}
HIDDEN = {"is_confidential": "y", "address": "4 impasse des Roses", "lon": "4.9", "lat": "45.77"}


@pytest.fixture
def partner(session):
    return PartnerFactory()


@pytest.fixture
def owner(partner):
    return partner.memberships[0].organization


def add_site(browser, owner, **changes):
    return browser.post("directory.create_site", SITE | changes, organization_id=owner.id)


def test_a_site_takes_the_point_clicked_longitude_first(browse_as, partner, owner, session):
    add_site(browse_as(partner), owner, lon="4.901", lat="45.772")

    site = session.scalars(sa.select(Site)).one()
    assert to_shape(site.public_point).coords[0] == (4.901, 45.772)
    assert (site.insee_code, site.department_code) == ("69266", "69")


def test_a_site_without_a_point_has_that_of_its_commune(browse_as, partner, owner, session):
    add_site(browse_as(partner), owner)

    site = session.scalars(sa.select(Site)).one()
    assert site.precision is PointPrecision.MUNICIPALITY
    assert site.public_point is not None


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"lon": "45.772", "lat": "4.901"}, "Ce point n'est pas en France"),
        ({"lon": "nan", "lat": "45.7"}, "Ce point n'est pas en France"),
        ({"lon": "2.35", "lat": "48.85"}, "Le point choisi est loin de cette commune"),
        ({"commune": "Vileurbane"}, "Nous ne trouvons pas un lieu unique"),
        ({"last_service_time": "25:00"}, "Écrivez une heure comme 22:30"),
    ],
)
def test_a_wrong_site_is_refused(browse_as, partner, owner, session, wrong, said):
    answer = add_site(browse_as(partner), owner, **wrong)

    assert answer.status_code == 422
    assert said in answer.text.replace("\u00a0", " ").replace("&#39;", "'")
    assert session.scalar(sa.select(sa.func.count(Site.id))) == 0


def test_the_address_of_a_confidential_site_is_kept_apart(browse_as, partner, owner, session):
    hidden = {
        "is_confidential": "y",
        "address": "4 impasse des Roses",
        "lon": "4.9",
        "lat": "45.77",
        "nearest_stop": "Place des Roses",
    }

    add_site(browse_as(partner), owner, **hidden)

    site, secret = (
        session.scalars(sa.select(Site)).one(),
        session.scalars(sa.select(SiteSecret)).one(),
    )
    assert (site.address, secret.address) == (None, "4 impasse des Roses")
    assert to_shape(site.public_point) == to_shape(site.commune.point)
    assert site.nearest_stop is None
    assert to_shape(secret.point).coords[0] == (4.9, 45.77)


def test_a_name_that_gives_a_confidential_street_away_is_refused(
    browse_as, partner, owner, session
):
    browser = browse_as(partner)

    answer = add_site(browser, owner, **HIDDEN, **{"name": "Maison des Roses"})
    add_site(browser, owner, **HIDDEN, **{"name": "Impasse de Villeurbanne"})

    assert answer.status_code == 422
    assert "roses" in answer.text
    assert [site.name for site in session.scalars(sa.select(Site))] == ["Impasse de Villeurbanne"]


def test_the_numbers_of_a_confidential_site_are_kept_apart_and_come_back(
    browse_as, partner, owner, session
):
    browser = browse_as(partner)
    add_site(browser, owner, **HIDDEN, phone="04 78 31 41 59")
    site = session.scalars(sa.select(Site)).one()
    assert (site.phone, session.get(SiteSecret, site.id).phone) == (None, "+33478314159")

    browser.post("directory.update_site", SITE | {"address": "4 rue Neuve"}, site_id=site.id)

    assert (site.is_confidential, site.phone, site.address) == (
        False,
        "+33478314159",
        "4 rue Neuve",
    )
    assert session.get(SiteSecret, site.id) is None


def test_a_lead_cannot_reveal_a_confidential_site(browse_as, session):
    site = SiteFactory(is_confidential=True, address=None)

    browse_as(TigLeadFactory()).post(
        "directory.update_site", SITE | {"address": "4 impasse des Roses"}, site_id=site.id
    )

    assert (site.is_confidential, site.address) == (True, None)
    assert site.name == "Siège"
