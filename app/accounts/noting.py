"""Keeps in the audit log what an administrator does to accounts."""

from flask import request

from app.audit.actions import record
from models.account import Account, Invitation, Membership
from models.codes.access import Operation


def note(account: Account, what: str) -> None:
    """Something was done to an account."""
    record(
        Operation.MODIFY,
        subject_kind="account",
        subject_id=account.id,
        reason=what,
        ip_address=request.remote_addr,
    )


def note_invitation(invitation: Invitation) -> None:
    """Somebody was invited, to a role, somewhere."""
    record(
        Operation.COLLECT,
        subject_kind="invitation",
        subject_id=None,
        reason=f"Invitation de {invitation.name} ({invitation.email}) : {held(invitation)}",
        ip_address=request.remote_addr,
    )


def held(post: Membership | Invitation) -> str:
    """« CPIP, SPIP du Rhône »: a role and where."""
    where = post.unit.name if post.unit else post.organization and post.organization.legal_name
    return f"{post.role.label}, {where}" if where else post.role.label
