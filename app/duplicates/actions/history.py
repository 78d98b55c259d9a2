"""The line that a merge or a split leaves in the history of the record that stays."""

import sqlalchemy as sa
from sqlalchemy.orm import Session

from models.account import Account
from models.base import now
from models.codes.duplicates import Level
from models.codes.history import ChangeKind, Subject
from models.duplicates import Merge
from models.history import Change
from models.organization import Site


def note(session: Session, made: Merge, kind: ChangeKind, *, by: Account) -> None:
    """Say who did it and what the other one was called; not that of a confidential site."""
    site = session.get(Site, made.kept_id) if made.level is Level.SITE else None
    name = "legal_name" if site is None else "name"
    is_secret = site is not None and site.is_confidential
    session.execute(
        sa.insert(Change).values(
            changed_at=now(),
            account_id=by.id,
            who=by.name,
            kind=kind,
            subject=Subject.ORGANIZATION if site is None else Subject.SITE,
            subject_id=made.kept_id,
            organization_id=made.kept_id if site is None else site.organization_id,
            site_id=None if site is None else site.id,
            texts={} if is_secret else {name: [made.absorbed_name]},
        )
    )
