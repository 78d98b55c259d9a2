"""The policy (style rule 4): `may` is a table, `visible_*` are queries; nobody else asks a role."""

from app.access.policy import RULES, Act, may
from app.access.reported import visible_mistakes
from app.access.rules import (
    COUNSELLORS,
    SPIP,
    departments_of,
    organizations_of,
    oversees,
    roles_of,
    units_of,
)
from app.access.visibility import (
    visible_favourites,
    visible_imports,
    visible_needs,
    visible_notes,
    visible_offers,
    visible_organizations,
    visible_orientations,
    visible_people,
    visible_placements,
    visible_plans,
    visible_searches,
    watched_families,
)

__all__ = [
    "COUNSELLORS",
    "RULES",
    "SPIP",
    "Act",
    "departments_of",
    "may",
    "organizations_of",
    "oversees",
    "roles_of",
    "units_of",
    "visible_favourites",
    "visible_imports",
    "visible_mistakes",
    "visible_needs",
    "visible_notes",
    "visible_offers",
    "visible_organizations",
    "visible_orientations",
    "visible_people",
    "visible_placements",
    "visible_plans",
    "visible_searches",
    "watched_families",
]
