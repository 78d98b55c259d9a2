"""Verbs on the needs of a plan."""

import uuid
from collections.abc import Sequence
from typing import Required, TypedDict, Unpack

from sqlalchemy.orm import Session

from models.codes.offer import Family
from models.person import Measure
from models.plan import Need, ReleasePlan


class NeedTerms(TypedDict, total=False):
    """What is looked for, and how far from home."""

    family: Required[Family]
    kinds: Sequence[str]
    radius_km: int
    max_travel_min: int | None
    stay_days: int | None
    measure: Measure | None


def add_need(
    session: Session, plan: ReleasePlan, *, key: uuid.UUID | None = None, **terms: Unpack[NeedTerms]
) -> Need:
    """Ask for one more kind of place; a TIG post is asked for under its measure."""
    need = Need(id=key or uuid.uuid4(), unit_id=plan.unit_id, plan=plan, **terms)
    session.add(need)
    session.flush()
    return need
