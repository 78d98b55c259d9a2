"""The verb that says who is welcome, at the level it holds for."""

from collections.abc import Sequence
from typing import TypedDict, Unpack

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.codes.offer import Gender, Household, Public, Welcome, YesNo
from models.codes.people import MeasureType
from models.offer import AudienceRule, Offer
from models.organization import Organization, Site


class AudienceTerms(TypedDict, total=False):
    """Who is welcome; what is not said is inherited: offer, else site, else organization."""

    gender: Gender | None
    age_min: int | None
    age_max: int | None
    households: Sequence[Household]
    publics: Sequence[Public]
    welcome: Welcome | None
    residence_requirement: str | None
    animals: YesNo | None
    measures_refused: Sequence[MeasureType]


def set_audience(
    session: Session, level: Offer | Site | Organization, **terms: Unpack[AudienceTerms]
) -> AudienceRule:
    """One rule for this offer, site or organization, written again if there is one."""
    column = _column(level)
    wanted = select(AudienceRule).where(getattr(AudienceRule, column) == level.id)
    rule = session.scalars(wanted).one_or_none()
    if rule is None:
        rule = AudienceRule(**{column: level.id})
        session.add(rule)
    for name, value in terms.items():
        setattr(rule, name, value)
    session.flush()
    return rule


def _column(level: Offer | Site | Organization) -> str:
    if isinstance(level, Offer):
        return "offer_id"
    return "site_id" if isinstance(level, Site) else "organization_id"
