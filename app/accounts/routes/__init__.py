"""The pages of accounts: people, memberships, units, invitations, one's own account."""

from app.accounts.routes import invitations, memberships, mine, overseeing, people, units
from app.accounts.routes.blueprint import blueprint

__all__ = ["blueprint", "invitations", "memberships", "mine", "overseeing", "people", "units"]
