"""A database that does not answer: a plain page in French and one log line, never a trace."""

import logging
import socket

import pytest
import sqlalchemy as sa

from app import create_app
from app.extensions import db
from models.account import Account

KILL = sa.text(
    "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
    " WHERE usename = 'maillage_web' AND datname = current_database()"
)


@pytest.fixture
def severed(settings):
    """An application whose database is at a port where nobody listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    nowhere = sa.make_url(settings.database_url).set(port=port)
    url = nowhere.render_as_string(hide_password=False)
    app = create_app(settings.model_copy(update={"database_url": url}))
    app.config["WTF_CSRF_ENABLED"] = False
    return app.test_client()


def sign_in(client, account_id: int = 1, key: str = "anybody") -> None:
    with client.session_transaction() as cookie:
        cookie.update(_user_id=key, _fresh=True, account_id=account_id)


@pytest.mark.parametrize("address", ["/ma-journee", "/annuaire?mots=csapa", "/offres/1", "/"])
def test_a_page_says_so_plainly(severed, caplog, address):
    sign_in(severed)

    answer = severed.get(address)

    assert answer.status_code == 503
    assert "La base de données ne répond pas" in answer.text
    assert "Traceback" not in answer.text
    assert "psycopg" not in answer.text
    assert [(line.levelno, line.exc_info) for line in caplog.records] == [(logging.ERROR, None)]
    assert "\n" not in caplog.records[0].getMessage()


def test_signing_in_says_so_too(severed):
    typed = {"email": "camille@exemple.fr", "password": "Un mot de passe 2026"}

    answer = severed.post("/connexion", data=typed)

    assert answer.status_code == 503
    assert typed["password"] not in answer.text


def test_health_answers_503_in_a_few_words(severed):
    answer = severed.get("/sante")

    assert (answer.status_code, answer.mimetype) == (503, "text/plain")
    assert answer.text == "base de données injoignable\n"


def test_connections_lost_are_opened_again_without_a_word(app, database):
    with app.app_context():
        db.engine.dispose()
    client = app.test_client()
    assert client.get("/sante").status_code == 200

    with database.superuser.connect() as superuser:
        assert superuser.scalar(KILL) > 0

    assert client.get("/sante").status_code == 200


def test_a_connection_lost_in_the_middle_of_a_request_gives_the_plain_page(
    app, database, monkeypatch, caplog
):
    def cut(*args, **kwargs):
        db.session.execute(sa.select(Account.id))
        with database.superuser.connect() as superuser:
            superuser.scalar(KILL)
        return db.session.scalars(sa.select(Account)).all()

    monkeypatch.setitem(app.view_functions, "health.show", cut)

    answer = app.test_client().get("/sante")

    assert answer.status_code == 503
    assert "La base de données ne répond pas" in answer.text
    assert all(line.exc_info is None for line in caplog.records)
