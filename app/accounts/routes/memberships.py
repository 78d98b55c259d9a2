"""The roles of an account."""

from flask import abort, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from app.accounts import actions
from app.accounts.forms import PostForm
from app.accounts.noting import held, note
from app.accounts.routes.blueprint import blueprint, every_unit, load
from app.accounts.routes.people import page
from app.extensions import db
from app.gate import current_account, one_or_404
from models.account import Membership
from models.codes.access import Role


@blueprint.post("/comptes/<int:account_id>/roles")
def add_membership(account_id: int) -> ResponseReturnValue:
    """Give a role."""
    account = load(account_id, lock=True)
    form = PostForm(every_unit())
    if not form.validate() or form.post is None:
        return page(account, form), 422
    membership = actions.add_membership(account, form.post)
    db.session.commit()
    note(account, f"Rôle donné : {held(membership)}")
    flash("Le rôle est ajouté.")
    return redirect(url_for("accounts.show", account_id=account.id))


@blueprint.post("/comptes/<int:account_id>/roles/<int:membership_id>/retirer")
def remove_membership(account_id: int, membership_id: int) -> ResponseReturnValue:
    """Take a role back; nobody takes back their own administration."""
    account = load(account_id, lock=True)
    query = select(Membership).where(Membership.id == membership_id)
    membership = one_or_404(query.where(Membership.account_id == account.id))
    if account.id == current_account().id and membership.role is Role.ADMINISTRATOR:
        abort(403)
    taken_back = held(membership)
    actions.remove_membership(db.session, membership)
    db.session.commit()
    note(account, f"Rôle retiré : {taken_back}")
    flash("Le rôle est retiré.")
    return redirect(url_for("accounts.show", account_id=account_id))
