"""The strip of totals under the map: by family, of what the table lists."""

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from models.codes.network import Sign
from models.codes.offer import Family
from models.network import OfferState
from models.network_days import NetworkDay
from models.reference import Department
from search.network.filters import NetworkFilter, conditions
from search.network.territory import Level

FAR = (Level.FRANCE, Level.REGION)


@dataclass(frozen=True)
class FamilyTotal:
    """How much of one family."""

    family: Family
    offers: int
    free: int
    unknown: int


def strip(session: Session, asked: NetworkFilter, *, with_over: bool) -> list[FamilyTotal]:
    """The totals of each family there is, in the order of families.

    A large territory filtered by family alone is read from the day's counts, kept by commune.
    """
    is_far = asked.territory.level in FAR and asked.is_by_family_alone and asked.box is None
    counted = _kept(asked) if is_far else _counted(asked, with_over=with_over)
    found = {row.family: FamilyTotal(*row) for row in session.execute(counted)}
    return [found[family] for family in Family if family in found]


def _counted(asked: NetworkFilter, *, with_over: bool) -> sa.Select[Any, Any, Any, Any]:
    is_unknown = OfferState.sign == Sign.UNKNOWN
    return (
        sa.select(
            OfferState.family,
            sa.func.count(),
            sa.func.coalesce(sa.func.sum(OfferState.free), 0),
            sa.func.count().filter(is_unknown),
        )
        .where(*conditions(asked, with_over=with_over))
        .group_by(OfferState.family)
    )


def _kept(asked: NetworkFilter) -> sa.Select[Any, Any, Any, Any]:
    last = sa.select(sa.func.max(NetworkDay.day)).scalar_subquery()
    totals = sa.select(
        NetworkDay.family,
        sa.func.sum(NetworkDay.offers),
        sa.func.sum(NetworkDay.free),
        sa.func.sum(NetworkDay.unknown),
    ).where(NetworkDay.day == last)
    if asked.families:
        totals = totals.where(NetworkDay.family.in_(sorted(asked.families)))
    if asked.territory.level is Level.REGION:
        inside = sa.select(Department.code).where(Department.region_code == asked.territory.code)
        totals = totals.where(NetworkDay.department_code.in_(inside))
    return totals.group_by(NetworkDay.family)
