"""Two sites made one; a confidential one stays so, and nothing of its place is told."""

from types import SimpleNamespace

import pytest
import sqlalchemy as sa
from geoalchemy2.shape import to_shape

from models.base import Base
from models.codes.organization import PointPrecision
from models.duplicates import SecretAside
from models.history import Change
from models.organization import Contact, Site, SiteSecret
from tests.browsing import words
from tests.factories import HousingOfferFactory, OrganizationFactory, SiteFactory, point

SECRET, PUBLIC = "4 impasse des Roses", "9 rue des Lilas"
EXACT = {"precision": PointPrecision.HOUSENUMBER, "postal_code": "69100"}


def hide(session, site, address=SECRET):
    """Make it confidential, its true place apart."""
    site.is_confidential, site.address = True, None
    site.precision = PointPrecision.HIDDEN
    where = {"address": address, "point": point(4.881, 45.767)}
    session.add(SiteSecret(site_id=site.id, organization_id=site.organization_id, **where))
    session.flush()


@pytest.fixture
def pair(session):
    """Two sites of one shelter, the second with an offer and a contact."""
    owner = OrganizationFactory(legal_name="Horizon Elles")
    kept = SiteFactory(organization=owner, name="Maison A", address=PUBLIC, **EXACT)
    absorbed = SiteFactory(organization=owner, name="Maison B", address=PUBLIC, **EXACT)
    session.add(Contact(site=absorbed, name="Accueil"))
    offer = HousingOfferFactory(site=absorbed, title="Lits d'urgence")
    session.flush()
    return SimpleNamespace(kept=kept, absorbed=absorbed, offer=offer)


def secrets(session) -> dict[int, str]:
    session.expire_all()
    return dict(session.execute(sa.select(SiteSecret.site_id, SiteSecret.address)).all())


def test_offers_and_contacts_move_and_the_old_page_leads_to_the_site_that_stays(
    session, desk, pair
):
    old, kept = pair.absorbed.id, pair.kept.id

    answer = desk.merge(pair.kept, pair.absorbed, keep=pair.kept)

    assert answer.status_code == 303
    session.expire_all()
    assert pair.offer.site_id == kept
    assert [one.name for one in pair.kept.contacts] == ["Accueil"]
    page = desk.browser.open("GET", "directory.site", site_id=old)
    assert (page.status_code, page.location) == (308, f"/sites/{kept}")


def test_the_site_that_stays_is_confidential_when_either_was(session, desk, pair):
    hide(session, pair.absorbed)

    page = desk.preview(pair.kept, pair.absorbed, keep=pair.kept).text
    desk.merge(pair.kept, pair.absorbed, keep=pair.kept, **{"champ-place": pair.absorbed.id})

    assert "le site gardé sera confidentiel" in page
    assert secrets(session) == {pair.kept.id: SECRET}
    assert (pair.kept.is_confidential, pair.kept.address) == (True, None)
    assert pair.kept.precision is PointPrecision.HIDDEN
    assert to_shape(pair.kept.public_point).equals(to_shape(pair.kept.commune.point))


def test_an_address_that_was_public_becomes_the_secret_when_there_is_none(session, desk, pair):
    pair.absorbed.is_confidential, pair.absorbed.address = True, None
    session.flush()

    desk.merge(pair.kept, pair.absorbed, keep=pair.kept)

    assert secrets(session) == {pair.kept.id: PUBLIC}


def test_a_split_gives_each_its_own_place_again(session, desk, pair):
    hide(session, pair.absorbed)
    absorbed_id = pair.absorbed.id
    desk.merge(pair.kept, pair.absorbed, keep=pair.kept)

    desk.split()

    assert secrets(session) == {absorbed_id: SECRET}
    assert (pair.kept.is_confidential, pair.kept.address) == (False, PUBLIC)
    assert session.get_one(Site, absorbed_id).is_confidential
    assert pair.offer.site_id == absorbed_id


def test_of_two_secrets_the_one_put_aside_comes_back(session, desk, pair):
    hide(session, pair.kept, "1 rue Cachée")
    hide(session, pair.absorbed)
    absorbed_id = pair.absorbed.id

    desk.merge(pair.kept, pair.absorbed, keep=pair.kept)
    assert secrets(session) == {pair.kept.id: "1 rue Cachée"}
    assert session.scalar(sa.select(sa.func.count()).select_from(SecretAside)) == 1

    desk.split()
    assert secrets(session) == {pair.kept.id: "1 rue Cachée", absorbed_id: SECRET}


def test_the_past_of_the_public_one_forgets_its_address(session, desk, pair):
    moved = {"texts": {"address": [PUBLIC, PUBLIC]}, "kind": "CHANGED", "subject": "SITE"}
    whose = {"organization_id": pair.kept.organization_id, "site_id": pair.kept.id}
    session.add(Change(subject_id=pair.kept.id, coded={}, hidden=[], **moved, **whose))
    hide(session, pair.absorbed)

    desk.merge(pair.kept, pair.absorbed, keep=pair.absorbed)

    page = desk.browser.get("directory.site", site_id=pair.absorbed.id)
    session.expire_all()
    assert PUBLIC not in page
    assert not [one for one in session.scalars(sa.select(Change.texts)) if PUBLIC in str(one)]


def test_no_table_that_the_pages_read_holds_the_secret(session, desk, pair):
    hide(session, pair.absorbed)
    desk.merge(pair.kept, pair.absorbed, keep=pair.kept)

    for table in Base.metadata.sorted_tables:
        if table.name not in ("site_secret", "site_secret_aside") and table.schema == "directory":
            rows = session.execute(sa.select(*(sa.cast(c, sa.Text) for c in table.columns)))
            assert SECRET not in str(rows.all()), table.name


def test_sites_of_two_organizations_wait_for_these(desk, pair, session):
    elsewhere = SiteFactory(name="Maison A")

    page = desk.preview(pair.kept, elsewhere, keep=pair.kept)

    assert page.status_code == 422
    assert "fusionnez d'abord les structures" in words(page.text)
