"""Reads of accounts, units, organizations and invitations."""

import sqlalchemy as sa
from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from models.account import Account, Invitation, Membership, SignInFailure, Unit
from models.base import now
from models.organization import Organization
from models.secret import keyring

PAGE = 25


def matching(words: str) -> Select[Account]:
    """Accounts whose name or address holds every word, accents and case aside."""
    text = func.unaccent(Account.name + " " + Account.email)
    found = select(Account)
    for word in words.split()[:6]:
        found = found.where(text.icontains(func.unaccent(_escaped(word)), escape="\\"))
    return found


def page(accounts: Select[Account], after: Account | None) -> Select[Account]:
    """One page in the order of names, and one row more to know whether another follows."""
    if after is not None:
        place = sa.tuple_(Account.name, Account.id)
        accounts = accounts.where(place > sa.tuple_(sa.literal(after.name), after.id))
    return accounts.order_by(Account.name, Account.id).limit(PAGE + 1)


def by_email(email: str) -> Select[Account]:
    """The account of an address, which is stored in lower case."""
    return select(Account).where(Account.email == email.strip().lower())


def units() -> Select[Unit]:
    """Every unit, in alphabetical order."""
    return select(Unit).order_by(Unit.name, Unit.id)


def members() -> Select[int | None, int]:
    """How many memberships each unit has."""
    counted = select(Membership.unit_id, func.count().label("members"))
    return counted.where(Membership.unit_id.is_not(None)).group_by(Membership.unit_id)


def organizations_like(words: str) -> Select[Organization]:
    """A few organizations whose name or acronym holds these words."""
    name = func.unaccent(func.concat_ws(" ", Organization.legal_name, Organization.acronym))
    found = select(Organization)
    for word in words.split()[:6]:
        found = found.where(name.icontains(func.unaccent(_escaped(word)), escape="\\"))
    return found.order_by(Organization.legal_name, Organization.id).limit(8)


def named_organization(session: Session, number: int | None, name: str) -> Organization | None:
    """The organization chosen in a list or, failing that, the only one of this exact name."""
    if number is not None:
        return session.get(Organization, number)
    exact = select(Organization).where(func.lower(Organization.legal_name) == name.lower())
    found = session.scalars(exact.limit(2)).all()
    return found[0] if len(found) == 1 else None


def pending_invitations() -> Select[Invitation]:
    """Invitations that still wait for their guest, the latest first."""
    waiting = Invitation.accepted_at.is_(None) & (Invitation.expires_at > now())
    return select(Invitation).where(waiting).order_by(Invitation.id.desc()).limit(50)


def invitation_of(token_digest: str) -> Select[Invitation]:
    """The invitation behind a link, if the link is still good."""
    waiting = Invitation.accepted_at.is_(None) & (Invitation.expires_at > now())
    return select(Invitation).where(Invitation.token_digest == token_digest, waiting)


def recent_failures(account: Account) -> Select[int]:
    """How many wrong tries the account has since its last sign-in, a day at most."""
    digest = keyring.digest(account.email)
    return select(func.count()).where(SignInFailure.email_digest == digest)


def _escaped(word: str) -> str:
    for sign in ("\\", "%", "_"):
        word = word.replace(sign, f"\\{sign}")
    return word
