"""The application over a sample case, each request of which is undone."""

import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from flask import Flask, url_for
from sqlalchemy.orm import Session
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from app.config import Settings
from app.extensions import db
from app.sign_in.passwords import hashed
from models.account import Account
from models.secret import keyring
from search import indexing
from tests import factories
from tests.databases import Database
from tests.guards.sample_case import sample_case
from tests.typesetting import set_here

PASSWORD = "Vingt-quatre pommes 2026"


@dataclass
class World:
    """The application over one connection, whose every request is undone."""

    app: Flask
    connection: sa.Connection
    session: Session
    accounts: dict[str, Account | None]
    ids: dict[str, Any]

    def address(self, rule: Rule, **others: Any) -> str:
        """The address of a rule, with the ids of this world."""
        with self.app.test_request_context():
            return url_for(rule.endpoint, **{k: (self.ids | others)[k] for k in rule.arguments})

    def ask(self, who: str, method: str, address: str, **kwargs: Any) -> TestResponse:
        """One request as one role, rolled back afterwards."""
        with self.asking(who) as client:
            answer: TestResponse = client.open(address, method=method, **kwargs)
        return answer

    @contextmanager
    def asking(self, who: str) -> Iterator[Any]:
        """A browser signed in as this role; what it writes is there until it is closed."""
        undo = self.connection.begin_nested()
        self.connection.execute(sa.text("SET LOCAL ROLE maillage_web"))
        try:
            yield self.client(self.accounts[who])
        finally:
            undo.rollback()

    def client(self, account: Account | None) -> Any:
        """Each from an IP address of its own: the wrong tries of one would slow the others."""
        client = self.app.test_client()
        client.environ_base["REMOTE_ADDR"] = ".".join(["10", *map(str, uuid.uuid4().bytes[:3])])
        if account is not None:
            with client.session_transaction() as cookie:
                cookie.update(_user_id=account.fs_uniquifier, _fresh=True, account_id=account.id)
                cookie["fs_paa"] = time.time()  # the password was typed just now
        return client


@contextmanager
def world(app: Flask, database: Database, settings: Settings) -> Iterator[World]:
    """Make the world on one connection, lead the application to it, and undo both at the end."""
    keyring.load(settings.encryption_keys, settings.lookup_key)
    indexing.install()
    with database.superuser.connect() as connection:
        transaction = connection.begin()
        with Session(connection, join_transaction_mode="create_savepoint") as session:
            session.expire_on_commit = False
            with _asked_by(app, connection), set_here():
                yield _made(app, connection, session)
        transaction.rollback()


def _made(app: Flask, connection: sa.Connection, session: Session) -> World:
    factories.use(session)
    ids, accounts = sample_case(session)
    with app.app_context():
        session.execute(sa.update(Account).values(password=hashed(PASSWORD)))
    session.commit()
    return World(app, connection, session, accounts, ids)


@contextmanager
def _asked_by(app: Flask, connection: sa.Connection) -> Iterator[None]:
    """The application asks this connection, and answers 500 instead of raising."""
    with app.app_context():
        maker = db.sessionmaker
    engine = maker.kw["bind"]
    maker.configure(bind=connection, join_transaction_mode="create_savepoint")
    app.config["PROPAGATE_EXCEPTIONS"] = False
    try:
        yield
    finally:
        app.config["PROPAGATE_EXCEPTIONS"] = None
        maker.configure(bind=engine, join_transaction_mode="conditional_savepoint")
