"""Which mistakes reported on records exist for an account."""

from sqlalchemy import Select, and_, or_, select

from app.access.rules import departments_of, organizations_of
from models.account import Account
from models.codes.access import Role
from models.history import Mistake
from models.organization import Organization, Site


def visible_mistakes(account: Account) -> Select[Mistake]:
    """Those on its own records, those of its territory, and those it reported itself."""
    territory = departments_of(account, Role.TIG_LEAD, Role.COORDINATOR)
    there = Site.department_code.in_(territory)
    owner_there = Mistake.organization.has(Organization.sites.any(there))
    return select(Mistake).where(
        or_(
            Mistake.account_id == account.id,
            Mistake.organization_id.in_(organizations_of(account)),
            Mistake.site.has(there),
            and_(Mistake.site_id.is_(None), owner_there),
        )
    )
