"""Which home a role needs: a unit, an organization, or none."""

from models.codes.access import Role

ANYWHERE = frozenset({Role.NATIONAL_READER, Role.ADMINISTRATOR})


def home_problem(role: Role, *, has_unit: bool, has_organization: bool) -> str | None:
    """What is wrong with a role's home, as a sentence; nothing when it is right."""
    if role.is_partner:
        return _partner(has_unit, has_organization)
    if has_organization:
        return "Ce rôle est celui d'un agent : laissez la structure vide."
    if role not in ANYWHERE and not has_unit:
        return "Choisissez l'unité où ce rôle est exercé."
    return None


def _partner(has_unit: bool, has_organization: bool) -> str | None:
    if has_unit:
        return "Ce rôle est celui d'un partenaire : laissez l'unité vide."
    return None if has_organization else "Indiquez la structure du partenaire."
