"""Which rows exist for an account; row-level security says it again underneath."""

from sqlalchemy import Select, false, or_, select, true

from app.access.policy import Act, may
from app.access.rules import (
    COUNSELLORS,
    SPIP,
    departments_of,
    organizations_of,
    roles_of,
    units_of,
)
from models.account import Account
from models.codes.access import Role
from models.codes.offer import Family, Publication
from models.imports import ImportRun
from models.offer import Offer
from models.organization import Organization, Site
from models.orientation import Orientation
from models.person import SupervisedPerson
from models.placement import Placement
from models.plan import Need, ReleasePlan
from models.saved import Favourite, SavedSearch, UnitNote


def visible_offers(account: Account) -> Select[Offer]:
    """Offers that exist for the account: published ones, its own, those of its territory."""
    territory = departments_of(account, Role.TIG_LEAD, Role.COORDINATOR)
    published = Offer.publication.in_((Publication.PUBLISHED, Publication.SUSPENDED))
    return select(Offer).where(
        or_(
            published if may(account, Act.SEARCH_DIRECTORY) else false(),
            Offer.site.has(Site.organization_id.in_(organizations_of(account))),
            Offer.site.has(Site.department_code.in_(territory)),
        )
    )


def visible_organizations(account: Account) -> Select[Organization]:
    """Organizations that exist for the account: all for staff, its own for a partner."""
    everyone = true() if may(account, Act.SEARCH_DIRECTORY) else false()
    own = Organization.id.in_(organizations_of(account))
    return select(Organization).where(or_(everyone, own))


def visible_imports(account: Account) -> Select[ImportRun]:
    """Imports made for the territory of a coordinator; those of all France are the operator's."""
    mine = sorted(departments_of(account, Role.COORDINATOR))
    return select(ImportRun).where(ImportRun.territory.contained_by(mine))


def watched_families(account: Account) -> frozenset[Family]:
    """The families it looks after: TIG leads TIG, coordinators the others, anybody else all."""
    watched = {Role.TIG_LEAD: {Family.TIG}, Role.COORDINATOR: set(Family) - {Family.TIG}}
    shares = [watched.get(role, set(Family)) for role in roles_of(account)]
    return frozenset().union(*shares)


def visible_people(account: Account) -> Select[SupervisedPerson]:
    """The people of the units where the account is a counsellor."""
    return select(SupervisedPerson).where(
        SupervisedPerson.unit_id.in_(units_of(account, COUNSELLORS))
    )


def visible_plans(account: Account) -> Select[ReleasePlan]:
    """The plans of those people."""
    return select(ReleasePlan).where(ReleasePlan.unit_id.in_(units_of(account, COUNSELLORS)))


def visible_needs(account: Account) -> Select[Need]:
    """The needs of those plans."""
    return select(Need).where(Need.unit_id.in_(units_of(account, COUNSELLORS)))


def visible_orientations(account: Account) -> Select[Orientation]:
    """A unit's own orientations; for a partner, those sent to its organization."""
    return select(Orientation).where(
        or_(
            Orientation.unit_id.in_(units_of(account, COUNSELLORS)),
            Orientation.organization_id.in_(organizations_of(account))
            & Orientation.sent_at.is_not(None),
        )
    )


def visible_placements(account: Account) -> Select[Placement]:
    """A unit's own placements; for a partner, those at its organization."""
    return select(Placement).where(
        or_(
            Placement.unit_id.in_(units_of(account, COUNSELLORS)),
            Placement.organization_id.in_(organizations_of(account)),
        )
    )


def visible_searches(account: Account) -> Select[SavedSearch]:
    """The searches the account saved."""
    return select(SavedSearch).where(SavedSearch.account_id == account.id)


def visible_favourites(account: Account) -> Select[Favourite]:
    """The favourites of its units."""
    return select(Favourite).where(Favourite.unit_id.in_(units_of(account, SPIP)))


def visible_notes(account: Account) -> Select[UnitNote]:
    """What its units noted for themselves."""
    return select(UnitNote).where(UnitNote.unit_id.in_(units_of(account, SPIP)))
