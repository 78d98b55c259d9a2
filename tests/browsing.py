"""The test browser: signs in, follows endpoints, and parses every page strictly."""

from collections.abc import Callable
from typing import Any

import html5lib
import sqlalchemy as sa
from flask import Flask, url_for
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from models.account import Account
from tests.pages import check

BrowseAs = Callable[[Account | None], "Browser"]


class Browser:
    """One person's browser: `get` gives the page's text, `post` the answer."""

    def __init__(
        self, app: Flask, connection: sa.Connection, session: Session, account: Account | None
    ) -> None:
        self.app, self.connection, self.session = app, connection, session
        self.client = app.test_client()
        if account is not None:
            with self.client.session_transaction() as cookie:
                cookie["_user_id"] = account.fs_uniquifier
                cookie["_fresh"] = True
                cookie["account_id"] = account.id

    def open(self, method: str, endpoint: str, **kwargs: Any) -> TestResponse:
        """Ask an endpoint as the web role, as the deployed application does."""
        data, headers = kwargs.pop("data", None), kwargs.pop("headers", None)
        with self.app.test_request_context():
            address = url_for(endpoint, **kwargs)
        return self.open_address(method, address, data=data, headers=headers)

    def open_address(self, method: str, address: str, **kwargs: Any) -> TestResponse:
        """Ask an address; what the test wrote before is there, what was left uncommitted is not."""
        self.session.commit()
        self.connection.execute(sa.text("SET LOCAL ROLE maillage_web"))
        try:
            answer = self.client.open(address, method=method, **kwargs)
        finally:
            self.connection.execute(sa.text("RESET ROLE"))
        self.session.expire_all()
        if answer.mimetype == "text/html" and answer.status_code not in (204, 301, 302, 303):
            check(answer.text, is_fragment="<html" not in answer.text)
        return answer

    def get(self, endpoint: str, *, status: int = 200, **kwargs: Any) -> str:
        """The text of a page, spaces folded, once its status is the one expected."""
        answer = self.open("GET", endpoint, **kwargs)
        assert answer.status_code == status, f"{answer.status_code} {answer.location}"
        return words(answer.text)

    def post(
        self, endpoint: str, data: dict[str, Any] | None = None, **kwargs: Any
    ) -> TestResponse:
        """Send a form."""
        return self.open("POST", endpoint, data=data or {}, **kwargs)


def words(markup: str) -> str:
    """What one reads on a page, spaces folded (the hard ones of French typography too)."""
    tree = html5lib.parse(markup, namespaceHTMLElements=False)
    body = tree.find("body")
    parts = [] if body is None else list(body.itertext())
    return " ".join(" ".join(parts).split())


def browsers(app: Flask, connection: sa.Connection, session: Session) -> BrowseAs:
    """A maker of browsers, one per account."""

    def browse_as(account: Account | None) -> Browser:
        session.commit()
        return Browser(app, connection, session, account)

    return browse_as
