"""The Directory works with Casework switched off and its schema absent (design §2).

Asked of a process of its own: in this one, Casework's routes are already loaded.
"""

import json
import os
import subprocess
import sys

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from models.secret import keyring
from search import indexing
from tests import factories

ASK = "import tests.guards.asking_alone as alone; alone.main()"
CASE_PAGES = ("/ma-journee", "/personnes", "/demandes", "/heures", "/besoins/1/places")
CASEWORK = {"casework", "matching", "placements"}


@pytest.fixture(scope="module")
def answers(furnished, settings):
    """What a process without Casework answers, on a database without its schema."""
    keyring.load(settings.encryption_keys, settings.lookup_key)
    indexing.install()
    with furnished("alone") as made:
        with made.engine("maillage_owner").begin() as connection:
            connection.execute(sa.text("DROP SCHEMA casework CASCADE"))
        with Session(made.superuser, expire_on_commit=False) as session:
            factories.use(session)
            lot = factories.LotFactory(places=3)
            host = factories.PartnerFactory(organization=lot.offer.organization)
            accounts = {"coordinator": factories.CoordinatorFactory(), "host": host}
            session.commit()
            asked = questions(lot, accounts)
        yield ask(made.url("maillage_web"), asked)


def questions(lot, accounts) -> list[dict[str, object]]:
    """Who opens what."""
    offer = lot.offer
    pages = {
        "coordinator": [
            "/annuaire?mots=espaces+verts",
            f"/offres/{offer.id}",
            f"/offres/{offer.id}/places",
            f"/structures/{offer.site.organization_id}",
            "/mes-recherches",
            "/favoris",
            *CASE_PAGES,
        ],
        "host": ["/mes-places", f"/offres/{offer.id}/places", "/demandes"],
    }
    return [
        {"who": who, "id": accounts[who].id, "key": accounts[who].fs_uniquifier, "page": page}
        for who, opened in pages.items()
        for page in opened
    ]


def ask(address: str, asked: list[dict[str, object]]) -> dict[str, object]:
    """Run the process."""
    env = os.environ | {"DATABASE_URL": address, "CASEWORK": "off", "IS_COOKIE_SECURE": "off"}
    done = subprocess.run(
        [sys.executable, "-c", ASK],
        input=json.dumps(asked),
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    answers: dict[str, object] = json.loads(done.stdout)
    return answers


def test_the_directory_and_the_partners_home_answer(answers):
    opened = {
        (who, page): status for who, page, status in answers["pages"] if page not in CASE_PAGES
    }

    assert set(opened.values()) == {200}, opened


def test_pages_of_casework_do_not_exist(answers):
    closed = {status for who, page, status in answers["pages"] if page in CASE_PAGES}

    assert closed == {404}


def test_no_endpoint_of_casework_is_registered(answers):
    assert CASEWORK & {name.split(".")[0] for name in answers["endpoints"]} == set()
    assert "portal.index" in answers["endpoints"]
    assert "portal.inbox" not in answers["endpoints"]
