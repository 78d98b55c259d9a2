"""The list of accounts, and what an administrator does to one of them."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from app.access import Act
from app.accounts import actions, queries
from app.accounts.forms import AccountForm, PostForm
from app.accounts.noting import note
from app.accounts.routes.blueprint import blueprint, every_unit, load
from app.extensions import db
from app.gate import current_account, require
from app.keys import key
from models.account import Account


@blueprint.get("/comptes")
def index() -> ResponseReturnValue:
    """Accounts in the order of names, found by name or address, a page at a time."""
    require(Act.MANAGE_ACCOUNTS)
    words = request.args.get("q", "")[:100].replace("\x00", "")
    after = db.session.get(Account, request.args.get("apres", 0, key))
    rows = list(db.session.scalars(queries.page(queries.matching(words), after)))
    more = rows[queries.PAGE - 1].id if len(rows) > queries.PAGE else None
    next_url = more and url_for("accounts.index", q=words or None, apres=more)
    accounts = rows[: queries.PAGE]
    return render_template("accounts/index.html", accounts=accounts, q=words, next_url=next_url)


@blueprint.get("/comptes/<int:account_id>")
def show(account_id: int) -> ResponseReturnValue:
    """One account."""
    account = load(account_id)
    return page(account, PostForm(every_unit()))


@blueprint.get("/comptes/<int:account_id>/modifier")
def edit(account_id: int) -> ResponseReturnValue:
    """The form of its name and address."""
    account = load(account_id)
    return render_template("accounts/edit.html", account=account, form=AccountForm(obj=account))


@blueprint.post("/comptes/<int:account_id>/modifier")
def update(account_id: int) -> ResponseReturnValue:
    """Change its name or address."""
    account = load(account_id, lock=True)
    form = AccountForm()
    if form.validate() and _is_free(form, account):
        form.populate_obj(account)
        return kept(account, "Nom ou adresse modifiés", "Le compte est modifié.")
    return render_template("accounts/edit.html", account=account, form=form), 422


@blueprint.post("/comptes/<int:account_id>/desactiver")
def deactivate(account_id: int) -> ResponseReturnValue:
    """Close an account, never one's own."""
    account = load(account_id, lock=True)
    if account.id == current_account().id:
        abort(403)
    actions.deactivate(account)
    return kept(account, "Compte désactivé", f"Le compte de {account.name} est désactivé.")


@blueprint.post("/comptes/<int:account_id>/reactiver")
def reactivate(account_id: int) -> ResponseReturnValue:
    """Open it again."""
    account = load(account_id, lock=True)
    actions.reactivate(account)
    return kept(account, "Compte réactivé", f"Le compte de {account.name} est réactivé.")


@blueprint.post("/comptes/<int:account_id>/application")
def reset_second_factor(account_id: int) -> ResponseReturnValue:
    """Forget its authenticator."""
    account = load(account_id, lock=True)
    actions.reset_second_factor(account)
    said = "L'application est oubliée : la prochaine connexion en demandera une nouvelle."
    return kept(account, "Application d'authentification oubliée", said)


def kept(account: Account, what: str, said: str) -> Response:
    """Commit, note what was done to the account, say so on its page."""
    db.session.commit()
    note(account, what)
    flash(said)
    return redirect(url_for("accounts.show", account_id=account.id))


def page(account: Account, form: PostForm) -> str:
    """The page of an account, with the form that gives it a role."""
    failures = db.session.scalar(queries.recent_failures(account))
    return render_template("accounts/show.html", account=account, form=form, failures=failures)


def _is_free(form: AccountForm, account: Account) -> bool:
    other = db.session.scalar(queries.by_email(form.email.data or ""))
    if other in (None, account):
        return True
    form.email.errors = ["Un autre compte a déjà cette adresse."]
    return False
