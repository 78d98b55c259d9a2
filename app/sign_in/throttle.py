"""Counts wrong tries in PostgreSQL, by account and by address, and answers 429 to the next ones."""

import datetime as dt
import ipaddress

import sqlalchemy as sa
from flask import Flask, render_template, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import TooManyRequests

from app.audit.actions import record
from app.extensions import db
from app.sign_in.delays import ACCOUNT, ADDRESS, Limit
from models.account import SignInFailure
from models.base import now
from models.codes.access import Operation
from models.secret import keyring

NOBODY = ""
LOCK = sa.text("SELECT pg_advisory_xact_lock(:kind, hashtext(:key))")


class TooManyTries(TooManyRequests):
    """Somebody must wait; says how long, and whether the address itself is slowed down."""

    def __init__(self, seconds: int, *, is_address: bool) -> None:
        super().__init__(retry_after=seconds)
        self.minutes = -(-seconds // 60)
        self.is_address = is_address


def begin(email: str) -> int:
    """Count a try before it is judged, so that simultaneous tries cannot all pass; or raise.

    An address without account is counted like any other. While the account waits, a try counts for
    the IP address alone: whoever insists slows their own network down, not the account's owner.
    """
    digest, address = keyring.digest(email), client_address()
    with db.engine.begin() as connection:
        _lock(connection, digest, address)
        refusal = _refusal(connection, digest, address)
        if refusal is None or not refusal.is_address:
            counted = digest if refusal is None else NOBODY
            row = sa.insert(SignInFailure).values(email_digest=counted, ip_address=address)
            attempt = connection.scalar(row.returning(SignInFailure.id))
    if refusal is not None:
        refused("Trop d'essais : il faut attendre")
        raise refusal
    return int(attempt or 0)


def refused(why: str, account_id: int | None = None) -> None:
    """Keep that somebody was not let in; an address that nobody has is not written down."""
    record(
        Operation.REFUSED,
        subject_kind="sign_in",
        subject_id=account_id,
        reason=why,
        ip_address=client_address(),
    )


def was_right(attempt: int) -> None:
    """The try was right: it no longer counts, the ones before still do."""
    _delete(SignInFailure.id == attempt)


def forgive(email: str) -> None:
    """Somebody proved who they are: their account starts again from nothing."""
    _delete(SignInFailure.email_digest == keyring.digest(email))


def client_address() -> str:
    """The address that asks; an IPv6 network of 64 bits counts as one."""
    address = ipaddress.ip_address(request.remote_addr or "0.0.0.0")
    if address.version == 4:
        return str(address)
    return str(ipaddress.ip_network((address, 64), strict=False).network_address)


def _lock(connection: sa.Connection, digest: str, address: str) -> None:
    """One try at a time per address, then per account; and forget what no longer matters."""
    connection.execute(LOCK, {"kind": 1, "key": address})
    connection.execute(LOCK, {"kind": 2, "key": digest})
    old = sa.select(SignInFailure.id).where(SignInFailure.failed_at < now() - ACCOUNT.window)
    old = old.limit(100).with_for_update(skip_locked=True)
    connection.execute(sa.delete(SignInFailure).where(SignInFailure.id.in_(old)))


def _refusal(connection: sa.Connection, digest: str, address: str) -> TooManyTries | None:
    at = now()
    by_address = _wait(connection, SignInFailure.ip_address == address, ADDRESS, at)
    if by_address:
        return TooManyTries(by_address, is_address=True)
    by_account = _wait(connection, SignInFailure.email_digest == digest, ACCOUNT, at)
    return TooManyTries(by_account, is_address=False) if by_account else None


def _wait(
    connection: sa.Connection, whose: sa.ColumnElement[bool], limit: Limit, at: dt.datetime
) -> int:
    recent = SignInFailure.failed_at > at - limit.window
    query = sa.select(sa.func.count(), sa.func.max(SignInFailure.failed_at)).where(whose, recent)
    failures, last = connection.execute(query).one()
    return limit.seconds(failures, last, at)


def _delete(which: sa.ColumnElement[bool]) -> None:
    with db.engine.begin() as connection:
        connection.execute(sa.delete(SignInFailure).where(which))


def say_so(error: TooManyTries) -> ResponseReturnValue:
    """The page that says how long to wait."""
    page = render_template("security/too_many_tries.html", error=error)
    return page, 429, {"Retry-After": str(error.retry_after)}


def init_app(app: Flask) -> None:
    """Answer with our own page."""
    app.register_error_handler(TooManyTries, say_so)
