"""Invitations: an administrator invites, a guest opens the account."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.access import Act
from app.accounts import actions, queries
from app.accounts.forms import InvitationForm, PasswordForm
from app.accounts.noting import note_invitation
from app.accounts.routes.blueprint import blueprint, every_unit
from app.extensions import db
from app.gate import current_account, require
from app.mail.actions import send
from models.account import Invitation

SUBJECT = "Ouvrir votre compte Maillage"


@blueprint.get("/comptes/inviter")
def new_invitation() -> ResponseReturnValue:
    """The form of an invitation, and those that wait."""
    require(Act.MANAGE_ACCOUNTS)
    return _form_page(InvitationForm(every_unit()))


@blueprint.post("/comptes/inviter")
def invite() -> ResponseReturnValue:
    """Send a link, good once, to somebody who has no account."""
    require(Act.MANAGE_ACCOUNTS)
    form = InvitationForm(every_unit())
    if not form.validate() or form.post is None or not _is_new(form):
        return _form_page(form), 422
    email, name = str(form.email.data), str(form.name.data)
    by = current_account()
    invitation, token = actions.invite(db.session, email=email, name=name, post=form.post, by=by)
    _send_link(invitation, token)
    db.session.commit()
    note_invitation(invitation)
    flash(f"L'invitation est envoyée à {email}.")
    return redirect(url_for("accounts.new_invitation"))


@blueprint.get("/comptes/structures")
def organizations() -> str:
    """The structures offered under a field while one types."""
    require(Act.MANAGE_ACCOUNTS)
    words = request.args.get("q", "")[:100].replace("\x00", "")
    found = db.session.scalars(queries.organizations_like(words)).all()
    return render_template("accounts/organizations.html", organizations=found)


@blueprint.get("/invitation/<token>")
def accept_invitation(token: str) -> ResponseReturnValue:
    """The page where a guest chooses a password."""
    invitation = db.session.scalar(queries.invitation_of(actions.digest_of(token)))
    if invitation is None:
        return render_template("accounts/invitation_over.html"), 410
    return _welcome(invitation, PasswordForm(), token)


@blueprint.post("/invitation/<token>")
def open_account(token: str) -> ResponseReturnValue:
    """Open the account; the row is locked, so that a link sent twice opens one account."""
    query = queries.invitation_of(actions.digest_of(token)).with_for_update()
    invitation = db.session.scalar(query)
    if invitation is None or db.session.scalar(queries.by_email(invitation.email)):
        return render_template("accounts/invitation_over.html"), 410
    form = PasswordForm()
    if not form.validate():
        return _welcome(invitation, form, token), 422
    actions.accept(db.session, invitation, password=form.password.data or "")
    db.session.commit()
    flash("Votre compte est ouvert. Connectez-vous avec votre adresse et ce mot de passe.")
    return redirect(url_for("security.login"))


def _form_page(form: InvitationForm) -> str:
    waiting = db.session.scalars(queries.pending_invitations()).all()
    return render_template("accounts/invite.html", form=form, waiting=waiting)


def _welcome(invitation: Invitation, form: PasswordForm, token: str) -> str:
    context = {"invitation": invitation, "form": form, "token": token}
    return render_template("accounts/open.html", **context)


def _is_new(form: InvitationForm) -> bool:
    account = db.session.scalar(queries.by_email(form.email.data or ""))
    if account is None:
        return True
    form.email.errors = ["Cette adresse a déjà un compte : ajoutez-lui un rôle sur sa fiche."]
    return False


def _send_link(invitation: Invitation, token: str) -> None:
    link = url_for("accounts.accept_invitation", token=token, _external=True)
    body = render_template("emails/invitation.txt", invitation=invitation, link=link)
    send(db.session, to=invitation.email, subject=SUBJECT, body=body)
