"""The true place of a confidential site: row security decides who reads it, the log remembers."""

from enum import Enum

from app.access import departments_of, organizations_of
from app.audit.actions import record
from app.extensions import db
from models.account import Account
from models.codes.access import Operation, Role
from models.organization import Site, SiteSecret


class Ground(Enum):
    """On what account somebody reads it, as the log says it."""

    OWN = "par la structure elle-même"
    COORDINATION = "par la coordination du département"
    CLAIM = "par un service qui y réserve ou y occupe une place"


def may_open(site: Site) -> bool:
    """Whether the account of this request could read it; nothing is shown, nothing is logged."""
    return site.is_confidential and db.session.get(SiteSecret, site.id) is not None


def may_tend(site: Site, account: Account) -> bool:
    """Whether the account may write whom to call there: row security refuses anybody else."""
    return not site.is_confidential or _ground(site, account) is not Ground.CLAIM


def open_secret(
    site: Site,
    *,
    by: Account,
    why: str,
    ip_address: str | None,
    recipient: str | None = None,
) -> SiteSecret | None:
    """The secret with a line in the log (who, which, why), or None for who may not read it.

    `recipient` is whom it is handed to, when it leaves the screen.
    """
    secret = db.session.get(SiteSecret, site.id) if site.is_confidential else None
    if secret is not None:
        record(
            Operation.COMMUNICATE if recipient else Operation.CONSULT,
            subject_kind="site_secret",
            subject_id=site.id,
            reason=f"{why}, {_ground(site, by).value}",
            recipient=recipient,
            ip_address=ip_address,
        )
    return secret


def _ground(site: Site, account: Account) -> Ground:
    if site.organization_id in organizations_of(account):
        return Ground.OWN
    if site.department_code in departments_of(account, Role.COORDINATOR):
        return Ground.COORDINATION
    return Ground.CLAIM
