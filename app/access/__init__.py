"""The policy (style rule 4): `may` is a table, `visible_*` are queries; nobody else asks a role."""

from app.access.policy import RULES, Act, may
from app.access.rules import (
    COUNSELLORS,
    departments_of,
    organizations_of,
    oversees,
    roles_of,
    units_of,
)
from app.access.visibility import (
    visible_needs,
    visible_offers,
    visible_organizations,
    visible_orientations,
    visible_people,
    visible_placements,
    visible_plans,
    watched_families,
)

__all__ = [
    "COUNSELLORS",
    "RULES",
    "Act",
    "departments_of",
    "may",
    "organizations_of",
    "oversees",
    "roles_of",
    "units_of",
    "visible_needs",
    "visible_offers",
    "visible_organizations",
    "visible_orientations",
    "visible_people",
    "visible_placements",
    "visible_plans",
    "watched_families",
]
