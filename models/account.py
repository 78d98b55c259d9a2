"""Units, accounts, memberships, invitations and failed sign-ins."""

import datetime as dt
import uuid

import sqlalchemy as sa
from flask_security.core import UserMixin
from sqlalchemy.ext.mutable import MutableList
from sqlalchemy.orm import Mapped, mapped_column, relationship
from sqlalchemy.orm.attributes import set_committed_value

from models.base import Base, Id, code_column, now
from models.codes.access import Role, UnitKind
from models.organization import Organization


class Unit(Base):
    """A local unit (antenne) of a SPIP."""

    __tablename__ = "unit"
    __table_args__ = {"schema": "accounts"}

    id: Mapped[Id]
    name: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[UnitKind] = code_column(UnitKind, default=UnitKind.MIXED)
    department_code: Mapped[str] = mapped_column(index=True)
    phone: Mapped[str | None]
    is_active: Mapped[bool] = mapped_column(default=True)


class Account(Base, UserMixin):
    """Somebody who may sign in."""

    __tablename__ = "account"
    __table_args__ = {"schema": "accounts"}

    id: Mapped[Id]
    email: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    password: Mapped[str | None]
    active: Mapped[bool] = mapped_column(default=True)
    fs_uniquifier: Mapped[str] = mapped_column(unique=True, default=lambda: uuid.uuid4().hex)
    tf_primary_method: Mapped[str | None]
    tf_totp_secret: Mapped[str | None]
    mf_recovery_codes: Mapped[list[str] | None] = mapped_column(
        MutableList.as_mutable(sa.ARRAY(sa.Text))  # a used code is taken out of the list itself
    )
    created_at: Mapped[dt.datetime] = mapped_column(default=now)
    last_sign_in_at: Mapped[dt.datetime | None]
    memberships: Mapped[list["Membership"]] = relationship(
        back_populates="account", lazy="selectin"
    )
    roles: Mapped[list["AccountRole"]] = relationship(viewonly=True)  # type: ignore[assignment]

    @property
    def is_staff(self) -> bool:
        """Anybody of the SPIP: they must sign in with a one-time code."""
        return any(not membership.role.is_partner for membership in self.memberships)


@sa.event.listens_for(Account, "load")
def without_roles(account: Account, context: object) -> None:
    """No account has any: every request would ask an empty table."""
    set_committed_value(account, "roles", [])


class AccountRole(Base):
    """Flask-Security asks for a mapped `roles`; what an account may do is in `Membership`."""

    __tablename__ = "account_role"
    __table_args__ = {"schema": "accounts"}

    id: Mapped[Id]
    account_id: Mapped[int] = mapped_column(sa.ForeignKey(Account.id), index=True)
    name: Mapped[str]


class Membership(Base):
    """Joins an account to a unit or to an organization, in one role."""

    __tablename__ = "membership"
    __table_args__ = (
        sa.CheckConstraint("num_nonnulls(unit_id, organization_id) <= 1", name="one_home"),
        sa.CheckConstraint(
            "(role IN ('PARTNER_MANAGER', 'PARTNER_TUTOR')) = (organization_id IS NOT NULL)",
            name="partners_have_an_organization",
        ),
        sa.CheckConstraint(
            "role NOT IN ('CPIP', 'MANAGER', 'TIG_LEAD', 'COORDINATOR') OR unit_id IS NOT NULL",
            name="staff_have_a_unit",
        ),
        sa.Index(None, "account_id", "role", "unit_id", "organization_id", unique=True),
        {"schema": "accounts"},
    )

    id: Mapped[Id]
    account_id: Mapped[int] = mapped_column(sa.ForeignKey(Account.id))
    role: Mapped[Role] = code_column(Role)
    unit_id: Mapped[int | None] = mapped_column(sa.ForeignKey(Unit.id), index=True)
    organization_id: Mapped[int | None] = mapped_column(sa.ForeignKey(Organization.id), index=True)
    created_at: Mapped[dt.datetime] = mapped_column(default=now)
    account: Mapped[Account] = relationship(back_populates="memberships")
    unit: Mapped[Unit | None] = relationship(lazy="joined")
    organization: Mapped[Organization | None] = relationship(lazy="joined")


class Invitation(Base):
    """An invitation to open an account, good once; only the digest of its link is kept."""

    __tablename__ = "invitation"
    __table_args__ = {"schema": "accounts"}

    id: Mapped[Id]
    token_digest: Mapped[str] = mapped_column(unique=True)
    email: Mapped[str]
    name: Mapped[str]
    role: Mapped[Role] = code_column(Role)
    unit_id: Mapped[int | None] = mapped_column(sa.ForeignKey(Unit.id))
    organization_id: Mapped[int | None] = mapped_column(sa.ForeignKey(Organization.id))
    invited_by_id: Mapped[int | None] = mapped_column(sa.ForeignKey(Account.id))
    created_at: Mapped[dt.datetime] = mapped_column(default=now)
    expires_at: Mapped[dt.datetime]
    accepted_at: Mapped[dt.datetime | None]
    unit: Mapped[Unit | None] = relationship()
    organization: Mapped[Organization | None] = relationship()


class SignInFailure(Base):
    """One wrong password or code, counted by account and by IP address."""

    __tablename__ = "sign_in_failure"
    __table_args__ = (
        sa.Index(None, "email_digest", "failed_at"),
        sa.Index(None, "ip_address", "failed_at"),
        {"schema": "accounts"},
    )

    id: Mapped[Id]
    email_digest: Mapped[str]
    ip_address: Mapped[str]
    failed_at: Mapped[dt.datetime] = mapped_column(default=now)
