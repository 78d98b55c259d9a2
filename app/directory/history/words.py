"""Stored values of the past as words of a page; pure."""

import datetime as dt
from functools import cache
from typing import Any

import sqlalchemy as sa

from app.filters import number, phone, short_day
from app.hours.french import in_french
from models.accreditation import Accreditation
from models.base import CodeList, CodeType
from models.capacity import PlaceLot
from models.codes.history import Subject
from models.offer import AudienceRule, Offer
from models.organization import Contact, Organization, Site

MODELS: dict[Subject, type[Any]] = {
    Subject.ORGANIZATION: Organization,
    Subject.SITE: Site,
    Subject.OFFER: Offer,
    Subject.LOT: PlaceLot,
    Subject.AUDIENCE: AudienceRule,
    Subject.CONTACT: Contact,
    Subject.ACCREDITATION: Accreditation,
}
NOTHING = "rien"
ON_THE_MAP = "un point"


def said(subject: Subject, column: str, value: Any, *, communes: dict[str, str]) -> str:
    """One value in French; « rien » for none."""
    if value in (None, []):
        return NOTHING
    if column == "insee_code":
        return communes.get(str(value), str(value))
    if column == "public_point":
        return ON_THE_MAP
    if column == "phone":
        return phone(str(value))
    if column == "opening_hours":
        return in_french(str(value))
    return _plain(types(subject).get(column), value)


@cache
def types(subject: Subject) -> dict[str, Any]:
    """The type of each column, those of every kind of offer together."""
    mapper = sa.inspect(MODELS[subject])
    return {
        name: one.columns[name].type
        for one in mapper.self_and_descendants
        for name in (attribute.key for attribute in one.column_attrs)
    }


def _plain(kind: Any, value: Any) -> str:
    if isinstance(kind, CodeType | CodeList):
        codes = value if isinstance(value, list) else [value]
        return ", ".join(_label(kind.codes, code) for code in codes)
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(kind, sa.Date):
        return short_day(dt.date.fromisoformat(value))
    if isinstance(kind, sa.Time):
        return str(value)[:5].replace(":", " h ")
    if isinstance(value, int):
        return number(value)
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _label(codes: Any, value: str) -> str:
    """A code that this version does not know is said as it was stored."""
    try:
        return str(codes(value).label)
    except ValueError:
        return value
