"""Writes of accounts, memberships, units and invitations; none of them commits."""

import datetime as dt
import hashlib
import secrets
import uuid
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.sign_in.passwords import hashed
from models.account import Account, Invitation, Membership, Unit
from models.base import now
from models.codes.access import Role, UnitKind
from models.organization import Organization

INVITATION_DAYS = 8


@dataclass(frozen=True)
class Post:
    """A role and where it is held."""

    role: Role
    unit: Unit | None = None
    organization: Organization | None = None


def create_unit(
    session: Session, *, name: str, kind: UnitKind, department_code: str, phone: str | None = None
) -> Unit:
    """Open a unit."""
    unit = Unit(name=name, kind=kind, department_code=department_code, phone=phone)
    session.add(unit)
    return unit


def describe_unit(
    unit: Unit, *, name: str, kind: UnitKind, department_code: str, phone: str | None
) -> None:
    """Correct what is known of a unit."""
    unit.name, unit.kind, unit.phone = name, kind, phone
    unit.department_code = department_code


def create_account(
    session: Session, *, email: str, name: str, password: str, post: Post | None = None
) -> Account:
    """Open an account; its address is stored in lower case."""
    account = Account(email=email.strip().lower(), name=name, password=hashed(password))
    if post is not None:
        add_membership(account, post)
    session.add(account)
    return account


def add_membership(account: Account, post: Post) -> Membership:
    """Give a role; the same one twice is the same membership."""
    for known in account.memberships:
        if post == Post(known.role, known.unit, known.organization):
            return known
    membership = Membership(role=post.role, unit=post.unit, organization=post.organization)
    account.memberships.append(membership)
    return membership


def remove_membership(session: Session, membership: Membership) -> None:
    """Take a role back."""
    session.delete(membership)


def deactivate(account: Account) -> None:
    """Close an account and sign it out everywhere; what it did stays in its name."""
    account.active = False
    sign_out_everywhere(account)


def reactivate(account: Account) -> None:
    """Open it again, with the same password."""
    account.active = True


def reset_second_factor(account: Account) -> None:
    """Forget a lost telephone: the next sign-in sets an application up again."""
    account.tf_primary_method = account.tf_totp_secret = account.mf_recovery_codes = None
    sign_out_everywhere(account)


def sign_out_everywhere(account: Account) -> None:
    """Every session open elsewhere ends at its next request."""
    account.fs_uniquifier = uuid.uuid4().hex


def invite(
    session: Session, *, email: str, name: str, post: Post, by: Account
) -> tuple[Invitation, str]:
    """Prepare an invitation and the token of its link, of which only the digest is kept.

    An earlier invitation of the same address no longer holds.
    """
    token, email = secrets.token_urlsafe(32), email.strip().lower()
    waiting = (Invitation.email == email) & Invitation.accepted_at.is_(None)
    session.execute(sa.delete(Invitation).where(waiting))
    invitation = Invitation(
        token_digest=digest_of(token),
        email=email,
        name=name,
        role=post.role,
        unit=post.unit,
        organization=post.organization,
        invited_by_id=by.id,
        expires_at=now() + dt.timedelta(days=INVITATION_DAYS),
    )
    session.add(invitation)
    return invitation, token


def accept(session: Session, invitation: Invitation, *, password: str) -> Account:
    """Open the account an invitation promises; the link is then over."""
    post = Post(invitation.role, invitation.unit, invitation.organization)
    invitation.accepted_at = now()
    return create_account(
        session, email=invitation.email, name=invitation.name, password=password, post=post
    )


def digest_of(token: str) -> str:
    """What is stored of a link's token."""
    return hashlib.sha256(token.encode()).hexdigest()
