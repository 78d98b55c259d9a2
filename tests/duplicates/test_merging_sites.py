"""Two sites made one; a confidential one stays so, and a split gives each its own place again."""

import sqlalchemy as sa
from geoalchemy2.shape import to_shape

from models.codes.organization import PointPrecision
from models.duplicates import SecretAside
from models.organization import Site, SiteSecret
from tests.browsing import words
from tests.duplicates.merging import PUBLIC, SECRET, hide
from tests.factories import SiteFactory


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


def test_a_search_around_the_site_that_is_gone_goes_on_around_the_one_that_stays(desk, pair):
    old, name = pair.absorbed.id, pair.kept.name

    desk.merge(pair.kept, pair.absorbed, keep=pair.kept)

    assert f"près de {name}" in desk.browser.get("directory.index", site=old)


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


def test_sites_of_two_organizations_wait_for_these(desk, pair, session):
    elsewhere = SiteFactory(name="Maison A")

    page = desk.preview(pair.kept, elsewhere, keep=pair.kept)

    assert page.status_code == 422
    assert "fusionnez d'abord les structures" in words(page.text)
