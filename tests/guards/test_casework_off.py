"""The Directory works with Casework switched off and its schema absent (design §2)."""

import os

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import create_app
from app.extensions import db
from models.secret import keyring
from search import indexing
from seeds.reference import load
from tests import factories
from tests.databases import migrated
from tests.pages import check

CASE_PAGES = ("/ma-journee", "/personnes", "/mes-places", "/demandes")


@pytest.fixture(scope="module")
def alone(cluster, settings):
    """A database without the casework schema, with one offer and one coordinator."""
    keyring.load(settings.encryption_keys, settings.lookup_key)
    indexing.install()
    with migrated(cluster, f"test_{os.getpid()}_alone") as made:
        with made.engine("maillage_owner").begin() as connection:
            connection.execute(sa.text("DROP SCHEMA casework CASCADE"))
            load(connection, departments=["69"])
        with Session(made.superuser, expire_on_commit=False) as session:
            factories.use(session)
            lot = factories.LotFactory(places=3)
            account = factories.CoordinatorFactory()
            session.commit()
        yield made, account, lot.offer


@pytest.fixture(scope="module")
def app_alone(alone, settings):
    """The application with Casework switched off."""
    made = alone[0]
    chosen = settings.model_copy(
        update={"casework": "off", "database_url": made.url("maillage_web")}
    )
    app = create_app(chosen)
    app.config.update(TESTING=True, WTF_CSRF_ENABLED=False)
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def browser(alone, app_alone):
    """The coordinator's browser."""
    account = alone[1]
    client = app_alone.test_client()
    with client.session_transaction() as cookie:
        cookie["_user_id"] = account.fs_uniquifier
        cookie["_fresh"] = True
        cookie["account_id"] = account.id
    return client


def test_search_offer_and_organization_pages_answer(alone, browser):
    offer = alone[2]

    for address in (
        "/annuaire?mots=espaces+verts",
        f"/offres/{offer.id}",
        f"/structures/{offer.site.organization_id}",
    ):
        answer = browser.get(address)
        assert answer.status_code == 200, address
        check(answer.text)
    assert offer.title in browser.get(f"/offres/{offer.id}").text


@pytest.mark.parametrize("address", CASE_PAGES)
def test_pages_of_casework_do_not_exist(browser, address):
    assert browser.get(address).status_code == 404


def test_no_endpoint_of_casework_is_registered(app_alone):
    names = {rule.endpoint.split(".")[0] for rule in app_alone.url_map.iter_rules()}

    assert names & {"casework", "matching", "placements"} == set()
