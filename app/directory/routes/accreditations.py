"""Accreditations of an organization: asked for, decided with both opinions, taken back."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from app.access import Act, visible_organizations
from app.citations import cite
from app.directory import actions
from app.directory.actions.accreditations import Opinions
from app.directory.actions.listing import TooEarly
from app.directory.forms.accreditation import DecisionForm, WithdrawalForm
from app.directory.routes.base import blueprint
from app.extensions import db
from app.fields import given
from app.filters import short_day
from app.gate import current_account, one_or_404, require
from models.accreditation import Accreditation
from models.codes.organization import AccreditationStatus
from models.organization import Organization

TOO_EARLY = "Possible à partir du {day} : avec les deux avis, ou un mois après la demande ({text})."
CHANGED = "Cette habilitation a changé entre-temps : elle est maintenant « {status} »."


@blueprint.get("/habilitations/<int:accreditation_id>")
def accreditation(accreditation_id: int) -> str:
    """Where it stands, and what may be decided now."""
    return page(load(accreditation_id))


@blueprint.post("/habilitations/<int:accreditation_id>")
def decide_accreditation(accreditation_id: int) -> ResponseReturnValue:
    """Keep the opinions received and, once it may be, the decision (RULE-TIG-15)."""
    asked = load(accreditation_id, lock=True)
    form = DecisionForm()
    if asked.status is not AccreditationStatus.REQUESTED:
        return late(asked)
    if not form.validate():
        return page(asked, decision=form), 422
    told = Opinions(
        prosecutor_on=form.prosecutor_opinion_on.data, judge_on=form.judge_opinion_on.data
    )
    actions.hear_accreditation(asked, told)
    if form.is_decided and (refusal := decide(asked, form)):
        form.decided_on.errors = [refusal]
        return page(asked, decision=form), 422
    return saved(asked, "C'est enregistré.")


@blueprint.post("/habilitations/<int:accreditation_id>/retrait")
def withdraw_accreditation(accreditation_id: int) -> ResponseReturnValue:
    """Take it back before its end."""
    granted = load(accreditation_id, lock=True)
    form = WithdrawalForm(prefix="withdrawal-")
    form.granted = granted
    if granted.status is not AccreditationStatus.GRANTED:
        return late(granted)
    if not form.validate():
        return page(granted, withdrawal=form), 422
    actions.withdraw_accreditation(granted, on=given(form.withdrawn_on))
    return saved(granted, "L'habilitation est retirée.")


def decide(asked: Accreditation, form: DecisionForm) -> str:
    """Grant or refuse; or the sentence that says from when one may."""
    try:
        actions.decide_accreditation(
            asked,
            is_granted=form.decision.data is AccreditationStatus.GRANTED,
            on=given(form.decided_on),
            ends_on=form.ends_on.data,
            reference=form.reference.data or None,
        )
    except TooEarly as refusal:
        db.session.rollback()
        return TOO_EARLY.format(day=short_day(refusal.possible_on), text=cite("accreditation"))
    return ""


def load(accreditation_id: int, *, lock: bool = False) -> Accreditation:
    """An accreditation that the account decides."""
    seen = visible_organizations(current_account()).with_only_columns(Organization.id)
    query = select(Accreditation).where(
        Accreditation.id == accreditation_id, Accreditation.organization_id.in_(seen)
    )
    found = one_or_404(query.with_for_update(of=Accreditation) if lock else query)
    require(Act.DECIDE_ACCREDITATION, found.organization)
    return found


def page(
    shown: Accreditation,
    *,
    decision: DecisionForm | None = None,
    withdrawal: WithdrawalForm | None = None,
    errors: list[str] | None = None,
) -> str:
    """The accreditation with its forms, that which was refused as it was typed."""
    return render_template(
        "directory/accreditation.html",
        accreditation=shown,
        decision=decision or DecisionForm(formdata=None, obj=shown),
        withdrawal=withdrawal or WithdrawalForm(formdata=None, prefix="withdrawal-"),
        errors=errors or [],
    )


def late(shown: Accreditation) -> ResponseReturnValue:
    """Somebody was quicker: the page as it now is."""
    return page(shown, errors=[CHANGED.format(status=shown.status.label)]), 409


def saved(kept: Accreditation, said: str) -> ResponseReturnValue:
    """Commit, say so, and show it."""
    accreditation_id = kept.id
    db.session.commit()
    flash(said)
    return redirect(url_for("directory.accreditation", accreditation_id=accreditation_id), 303)
