"""Who is expected: exactly the fields disclosed to this partner, behind a code sent by e-mail."""

from uuid import UUID

from flask import abort, flash, redirect, render_template, session, url_for
from flask.typing import ResponseReturnValue

from app.audit.actions import record
from app.extensions import db
from app.gate import current_account
from app.mail.actions import send
from app.portal.blueprint import blueprint
from app.portal.codes import STAYS_OPEN, code_of, is_right
from app.portal.forms.disclosure import CodeForm
from app.portal.routes.stay_page import load
from app.sign_in import throttle
from models.base import now
from models.codes.access import Operation
from models.disclosure import Disclosure
from models.placement import Placement

OPENED = "disclosures_open_until"
SUBJECT = "Votre code Maillage"
BODY = (
    "Bonjour,\n\nVotre code est {code}. Il est valable dix minutes.\n"
    "Si vous ne l'avez pas demandé, ne le donnez à personne et changez votre mot de passe.\n"
)
WRONG = "Ce code n'est pas le bon, ou n'est plus valable. Demandez-en un autre."


@blueprint.get("/accueils/<uuid:placement_id>/coordonnees")
def disclosure(placement_id: UUID) -> ResponseReturnValue:
    """The latest disclosure of this stay, once the code was given; each reading is kept."""
    stay = load(placement_id)
    latest = latest_of(stay)
    if not is_open():
        return render_template("portal/code.html", placement=stay, form=CodeForm())
    record(
        Operation.CONSULT,
        subject_kind="disclosure",
        subject_id=latest.id,
        reason="accueil de la personne par la structure",
        recipient=stay.orientation.organization_name,
    )
    return render_template("portal/disclosure.html", placement=stay, rows=rows(latest))


@blueprint.post("/accueils/<uuid:placement_id>/coordonnees/code")
def send_code(placement_id: UUID) -> ResponseReturnValue:
    """« Recevoir un code »."""
    latest_of(load(placement_id))
    account = current_account()
    body = BODY.format(code=code_of(account, now()))
    send(db.session, to=account.email, subject=SUBJECT, body=body)
    flash(f"Un code à six chiffres part à l'adresse {account.email}.")
    db.session.commit()
    return redirect(url_for("portal.disclosure", placement_id=placement_id))


@blueprint.post("/accueils/<uuid:placement_id>/coordonnees")
def open_disclosure(placement_id: UUID) -> ResponseReturnValue:
    """« Ouvrir »: wrong tries are counted as wrong passwords are."""
    stay, form = load(placement_id), CodeForm()
    latest_of(stay)
    if not form.validate():
        return render_template("portal/code.html", placement=stay, form=form), 422
    # Counted apart: signing in again must not give new tries to who guesses the code.
    attempt = throttle.begin(f"code {current_account().email}")
    if not is_right(current_account(), form.digits, now()):
        form.code.errors = [WRONG]
        return render_template("portal/code.html", placement=stay, form=form), 422
    throttle.was_right(attempt)
    session[OPENED] = [current_account().id, (now() + STAYS_OPEN).timestamp()]
    return redirect(url_for("portal.disclosure", placement_id=placement_id))


def is_open() -> bool:
    """Whether this account gave a code in this browser in the last half hour."""
    account_id, until = session.get(OPENED, (None, 0))
    return bool(account_id == current_account().id and until > now().timestamp())


def latest_of(stay: Placement) -> Disclosure:
    """What was last disclosed, or 404 when nothing is."""
    disclosures = stay.orientation.disclosures
    if not disclosures:
        abort(404)
    return max(disclosures, key=lambda one: one.disclosed_at)


def rows(disclosed: Disclosure) -> list[tuple[str, str | None]]:
    """What was disclosed, in the order it was."""
    return [(name, disclosed.content.get(name)) for name in disclosed.field_names]
