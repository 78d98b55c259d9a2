"""The blueprint of accounts, and what its pages load."""

from flask import Blueprint
from sqlalchemy import select

from app.access import Act
from app.accounts.queries import units
from app.extensions import db
from app.gate import one_or_404, require
from models.account import Account, Unit

blueprint = Blueprint("accounts", __name__)


def load(account_id: int, *, lock: bool = False) -> Account:
    """An account, for an administrator."""
    require(Act.MANAGE_ACCOUNTS)
    query = select(Account).where(Account.id == account_id)
    return one_or_404(query.with_for_update() if lock else query)


def load_unit(unit_id: int) -> Unit:
    """A unit, for an administrator."""
    require(Act.MANAGE_ACCOUNTS)
    return one_or_404(select(Unit).where(Unit.id == unit_id))


def every_unit() -> list[Unit]:
    """The units one may choose."""
    return list(db.session.scalars(units().where(Unit.is_active)))
