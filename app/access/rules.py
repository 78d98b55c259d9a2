"""The small predicates that the policy is made of: facts about an account and a subject."""

from collections.abc import Callable, Iterable
from typing import Any

from models.account import Account
from models.codes.access import Role
from models.codes.offer import Family
from models.offer import Offer
from models.organization import Organization

Rule = Callable[[Account, Any], bool]

COUNSELLORS = frozenset({Role.CPIP, Role.MANAGER})
STAFF = COUNSELLORS | {Role.TIG_LEAD, Role.COORDINATOR, Role.NATIONAL_READER, Role.ADMINISTRATOR}
# The national reader has aggregates alone (design §7); the administrator, no partner's places.
SPIP = STAFF - {Role.NATIONAL_READER, Role.ADMINISTRATOR}
PARTNERS = frozenset({Role.PARTNER_MANAGER, Role.PARTNER_TUTOR})


def has(*roles: Role) -> Rule:
    """The account has one of these roles, somewhere."""
    wanted = frozenset(roles)
    return lambda account, subject: bool(wanted & roles_of(account))


def roles_of(account: Account) -> frozenset[Role]:
    """Every role the account holds."""
    return frozenset(membership.role for membership in account.memberships)


def units_of(account: Account, roles: Iterable[Role] = STAFF) -> frozenset[int]:
    """The units where the account holds one of these roles."""
    wanted = frozenset(roles)
    return frozenset(m.unit_id for m in account.memberships if m.unit_id and m.role in wanted)


def organizations_of(account: Account) -> frozenset[int]:
    """The organizations the account speaks for."""
    return frozenset(m.organization_id for m in account.memberships if m.organization_id)


def departments_of(account: Account, *roles: Role) -> frozenset[str]:
    """The départements in which the account holds one of these roles."""
    return frozenset(
        m.unit.department_code for m in account.memberships if m.unit and m.role in roles
    )


def oversees(account: Account) -> bool:
    """A manager who is not a counsellor too: the cases of the unit, none of their own."""
    roles = roles_of(account)
    return Role.MANAGER in roles and Role.CPIP not in roles


staff = has(*STAFF)
directory_reader = has(*STAFF - {Role.NATIONAL_READER})
spip = has(*SPIP)
counsellor = has(*COUNSELLORS)
partner = has(*PARTNERS)
lead = has(Role.TIG_LEAD)
coordinator = has(Role.COORDINATOR)
administrator = has(Role.ADMINISTRATOR)


def own_organization(account: Account, subject: Any) -> bool:
    """The subject belongs to an organization the account speaks for."""
    return _organization_id(subject) in organizations_of(account)


def managed_organization(account: Account, subject: Any) -> bool:
    """The same, as its manager: being manager elsewhere and tutor here is not enough."""
    managed = {m.organization_id for m in account.memberships if m.role is Role.PARTNER_MANAGER}
    return _organization_id(subject) in managed


def of_another(account: Account, subject: Any) -> bool:
    """Somebody else proposed it."""
    return subject is not None and subject.proposed_by_id != account.id


def own_unit(account: Account, subject: Any) -> bool:
    """The case belongs to a unit where the account is a counsellor."""
    return subject is not None and subject.unit_id in units_of(account, COUNSELLORS)


def territory_of(*roles: Role) -> Rule:
    """The subject lies in a département where the account holds one of these roles."""

    def same_territory(account: Account, subject: Any) -> bool:
        departments = departments_of(account, *roles)
        if subject is None:
            return bool(departments)
        return bool(_department_codes(subject) & departments)

    return same_territory


def unplaced(account: Account, subject: Any) -> bool:
    """An organization that has no site yet lies in nobody's territory."""
    return isinstance(subject, Organization) and not subject.sites


def tig_subject(account: Account, subject: Any) -> bool:
    """TIG leads write TIG offers, partnership coordinators write the others (domain §3)."""
    return not isinstance(subject, Offer) or subject.family is Family.TIG


def other_subject(account: Account, subject: Any) -> bool:
    """The other half of `tig_subject`."""
    return not isinstance(subject, Offer) or subject.family is not Family.TIG


lead_territory = territory_of(Role.TIG_LEAD)
coordinator_territory = territory_of(Role.COORDINATOR)
manager_territory = territory_of(Role.MANAGER)


def _organization_id(subject: Any) -> int | None:
    if isinstance(subject, Organization):
        return subject.id
    if isinstance(subject, Offer):
        return subject.site.organization_id
    return getattr(subject, "organization_id", None)


def _department_codes(subject: Any) -> frozenset[str]:
    if isinstance(subject, Organization):
        return frozenset(site.department_code for site in subject.sites)
    site = subject.site if isinstance(subject, Offer) else subject
    return frozenset({site.department_code})
