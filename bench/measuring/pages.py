"""What answers over HTTP: pages, on one connection kept alive, with a session already signed in."""

import http.client
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any, NamedTuple

from flask import Flask
from itsdangerous import URLSafeTimedSerializer

from app import create_app
from app.config import Settings
from bench.measuring.clients import Ask
from bench.measuring.tiles import features

# A tile over nothing has no content.
ANSWERED = (http.HTTPStatus.OK, http.HTTPStatus.NO_CONTENT)
# How each result is marked in its page.
MARKS = (b'<article class="result-card', b"<tr", b'role="option"', b"<li", b'"Feature"')
# Any secret does for the sessions of the bench.
RAW = "bench"


class Asked(NamedTuple):
    """An address and the signed session that asks for it; what is sent goes by POST."""

    path: str
    cookie: str = ""
    sent: str = ""
    token: str = ""


class Sessions:
    """Signs sessions as the application does when somebody has proved who they are."""

    def __init__(self, settings: Settings) -> None:
        self.app: Flask = create_app(settings)

    def token(self) -> str:
        """What a page of theirs would send with a form."""
        signed = URLSafeTimedSerializer(self.app.config["SECRET_KEY"], salt="wtf-csrf-token")
        return str(signed.dumps(RAW))

    def of(self, account: int, uniquifier: str) -> str:
        """The cookie of an account."""
        return "=".join(signed(self.app, account, uniquifier, csrf_token=RAW))


def signed(app: Flask, account: int, uniquifier: str, **more: Any) -> tuple[str, str]:
    """The name and the value of the cookie of an account that proved who it is."""
    serializer = app.session_interface.get_signing_serializer(app)  # type: ignore[attr-defined]
    said = {"_user_id": uniquifier, "_fresh": True, "account_id": account} | more
    return app.config["SESSION_COOKIE_NAME"], serializer.dumps(said)


def opening(port: int) -> Callable[[], AbstractContextManager[Ask]]:
    """Asks a server of this machine; any other answer stops the bench."""

    @contextmanager
    def opens() -> Iterator[Ask]:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)

        def ask(asked: Asked) -> tuple[int, int]:
            connection.request(*_request(asked))
            answer = connection.getresponse()
            body = answer.read()
            if answer.status not in ANSWERED:
                raise AssertionError(f"{answer.status} {asked.path} {answer.getheader('Location')}")
            return _rows(asked.path, body), len(body)

        yield ask
        connection.close()

    return opens


def _request(asked: Asked) -> tuple[str, str, str | None, dict[str, str]]:
    """Method, address, body, headers."""
    headers = {"Cookie": asked.cookie}
    if not asked.sent:
        return "GET", asked.path, None, headers
    headers |= {"Content-Type": "application/x-www-form-urlencoded", "X-CSRFToken": asked.token}
    return "POST", asked.path, asked.sent, headers


def _rows(path: str, body: bytes) -> int:
    if ".mvt" in path:
        return features(body)
    counts = (body.count(mark) for mark in MARKS)
    return next((count for count in counts if count), 1)
