"""The blueprint, the filter asked for, and the territory a person starts from."""

from collections.abc import Iterator
from typing import TypeVar

from flask import Blueprint, Response, request

from app.access import Act, may
from app.access.rules import departments_of
from app.extensions import db
from app.gate import current_account
from app.network.areas import known
from app.network.forms import NetworkForm
from models.account import Account
from models.codes.access import Role
from search.network.filters import NetworkFilter
from search.network.territory import Level, Territory

Form = TypeVar("Form", bound=NetworkForm)
blueprint = Blueprint("network", __name__)


def asked_form(kind: type[Form] = NetworkForm) -> Form:
    """The filters as the address gives them; without a territory, the person's own.

    A rectangle drawn around one offer would tell what it has to who is told of none.
    """
    account = current_account()
    form = kind(formdata=request.args, data={"territoire": own_territory(account)})
    if not may(account, Act.SEE_NETWORK_OFFERS):
        form.zone.data = None
    return form


def sees_over() -> bool:
    """Whether the account is told that an offer is over its capacity; "full" for the others."""
    return may(current_account(), Act.SEE_SUM)


def asked(form: NetworkForm) -> NetworkFilter:
    """What a valid form asks for."""
    return form.asked(types=request.args.getlist("type"))


def attached(content: str | Iterator[bytes], content_type: str, name: str) -> Response:
    """A file to take away, under its name."""
    answer = Response(content, content_type=content_type)
    answer.headers["Content-Disposition"] = f"attachment; filename={name}"
    return answer


def own_territory(account: Account) -> Territory:
    """The first of the account's départements; France for those who have none."""
    codes = sorted(departments_of(account, *Role))
    found = known(db.session, f"{Level.DEPARTMENT}-{codes[0]}") if codes else None
    return found or Territory()
