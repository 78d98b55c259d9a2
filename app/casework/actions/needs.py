"""Verbs on the needs of a plan."""

from collections.abc import Iterable

from sqlalchemy.orm import Session

from models.codes.offer import Family
from models.person import Measure
from models.plan import Need, ReleasePlan


def add_need(
    session: Session,
    plan: ReleasePlan,
    *,
    family: Family,
    kinds: Iterable[str] = (),
    radius_km: int = 20,
    max_travel_min: int | None = None,
    stay_days: int | None = None,
    measure: Measure | None = None,
) -> Need:
    """Ask for one more kind of place; a TIG post is asked for under its measure."""
    need = Need(
        unit_id=plan.unit_id,
        plan=plan,
        measure=measure,
        family=family,
        kinds=list(kinds),
        radius_km=radius_km,
        max_travel_min=max_travel_min,
        stay_days=stay_days,
    )
    session.add(need)
    session.flush()
    return need
